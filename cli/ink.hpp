// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <string_view>

namespace calmcalf::cli {

/// Colours, or none: where nobody sees them, or nobody wants them.
class Ink {
 public:
  explicit Ink(bool coloured) : coloured_{coloured} {}

  [[nodiscard]] std::string strong(std::string_view text) const { return in("1", text); }
  [[nodiscard]] std::string faint(std::string_view text) const { return in("2", text); }
  [[nodiscard]] std::string bad(std::string_view text) const { return in("1;31", text); }
  [[nodiscard]] std::string good(std::string_view text) const { return in("32", text); }
  [[nodiscard]] std::string wary(std::string_view text) const { return in("33", text); }

 private:
  [[nodiscard]] std::string in(std::string_view code, std::string_view text) const {
    if (!coloured_) return std::string{text};
    return "\033[" + std::string{code} + 'm' + std::string{text} + "\033[0m";
  }

  bool coloured_;
};

}  // namespace calmcalf::cli
