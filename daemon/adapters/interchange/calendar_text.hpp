// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT

#pragma once
#include <string>
#include <string_view>

#include "adapters/interchange/text_sink.hpp"
#include "domain/instant.hpp"

namespace calmcalf::interchange {

/// The content lines of an iCalendar file (RFC 5545): folded at 75 octets, none within a character, each with CRLF.
class CalendarText {
 public:
  explicit CalendarText(TextSink sink) : sink_{std::move(sink)} {}

  void begin(std::string_view component) { line("BEGIN", component); }
  void end(std::string_view component) { line("END", component); }

  /// `name` with its parameters, `value` as it is.
  void line(std::string_view name, std::string_view value);

  /// `text` with what means something in a value escaped. Control characters are left out: no value has any.
  void text(std::string_view name, std::string_view text);

 private:
  TextSink sink_;
};

/// "20261123T223000".
[[nodiscard]] std::string basic_time(LocalTime local);

/// "20261123T213000Z".
[[nodiscard]] std::string basic_time(Instant instant);

}  // namespace calmcalf::interchange
