// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <cstddef>
#include <string_view>

#include "adapters/toml/document.hpp"

namespace calmcalf::toml_file {

/// Walks through a UTF-8 text and knows where it is.
class Cursor {
 public:
  explicit Cursor(std::string_view text) : text_{text} {}

  [[nodiscard]] bool at_end() const { return offset_ == text_.size(); }
  [[nodiscard]] bool at_line_end() const { return at_end() || sees("\n") || sees("\r\n"); }
  /// The next byte; '\0' at the end.
  [[nodiscard]] char next() const { return at_end() ? '\0' : text_[offset_]; }
  [[nodiscard]] bool sees(std::string_view expected) const { return rest().substr(0, expected.size()) == expected; }
  [[nodiscard]] std::string_view rest() const { return text_.substr(offset_); }
  [[nodiscard]] std::size_t offset() const { return offset_; }
  [[nodiscard]] Position position() const { return position_; }

  /// One byte further; none at the end.
  void advance();
  void advance(std::size_t bytes);
  /// Whether `expected` stood here; then it is behind us.
  bool take(std::string_view expected);
  void skip_spaces();
  void skip_to_line_end();

 private:
  std::string_view text_;
  std::size_t offset_ = 0;
  Position position_;
};

}  // namespace calmcalf::toml_file
