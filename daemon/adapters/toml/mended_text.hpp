// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/toml/cursor.hpp"
#include "adapters/toml/document.hpp"

namespace calmcalf::toml_file {

/// A text with parts of it replaced, line for line, and the way back to the places in the text as written.
class MendedText {
 public:
  explicit MendedText(std::string_view written) : written_{written} {}

  /// Puts `with`, which has no line end, in the place of what stands between two places; what follows keeps its line
  /// and, on another line than `from`, its column. In the order of the text, but a replacement may take the place of
  /// the last ones.
  void replace(const Cursor& from, const Cursor& to, std::string_view with);

  [[nodiscard]] std::string text() const;

  /// Where a place of text() is in the text as written.
  [[nodiscard]] Position as_written(Position mended) const;

 private:
  struct Repair {
    std::size_t begin;  ///< in bytes, as written
    std::size_t end;
    std::string with;
    Position at;  ///< as written
    int longer;   ///< by so many characters on the line where it begins
  };

  std::string_view written_;
  std::vector<Repair> repairs_;
};

}  // namespace calmcalf::toml_file
