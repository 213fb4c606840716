// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT

#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "adapters/interchange/text_source.hpp"

namespace calmcalf::interchange {

struct CsvRow {
  std::size_t line = 1;  ///< where it begins
  std::vector<std::string> values;
};

/// A file of comma-separated values (RFC 4180), row by row; the rows may end with LF or CRLF. Empty lines are passed
/// over. Where a row is none, the rows end: fault() says why.
class CsvRows {
 public:
  explicit CsvRows(TextSource& source) : source_{source} {}

  /// The next row, until the call after; null at the end.
  [[nodiscard]] const CsvRow* next();

  [[nodiscard]] const std::optional<Fault>& fault() const { return fault_; }

 private:
  /// What ends a value.
  enum class End { comma, row, fault };

  [[nodiscard]] End read_value(std::string& value);
  [[nodiscard]] End read_quoted(std::string& value);
  [[nodiscard]] End read_plain(std::string& value);
  [[nodiscard]] End after_carriage_return();
  [[nodiscard]] End give_up(std::size_t line, std::string why);
  [[nodiscard]] bool is_too_long(const std::string& value) const;

  TextSource& source_;
  CsvRow row_;
  std::optional<Fault> fault_;
};

}  // namespace calmcalf::interchange
