// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT

#pragma once
#include <string>
#include <string_view>
#include <variant>

#include "adapters/interchange/entry_fields.hpp"

namespace calmcalf::interchange {

/// Why there is no entry in some fields: "severity: is \"11\"; a whole number from 0 to 10 is needed".
struct FieldFault {
  std::string text;
};

/// `now`: no cramp is later.
[[nodiscard]] std::variant<IdentifiedEntry, FieldFault> entry_in(const EntryFields& fields, Instant now);

/// A value that a message quotes: short, in double quotes.
[[nodiscard]] std::string in_quotes(std::string_view text);

}  // namespace calmcalf::interchange
