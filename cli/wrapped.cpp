// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/wrapped.hpp"

#include <algorithm>

#include "language/columns.hpp"

namespace calmcalf::cli {

std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const auto word = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(word.size() + 1, text.size()));
    std::string_view gap = " ";
    for (const auto part : parts_of_word(word)) {
      if (lines.empty() || columns_of(lines.back()) + gap.size() + columns_of(part) > width)
        lines.emplace_back(part);
      else
        lines.back().append(gap).append(part);
      gap = "";
    }
  }
  return lines;
}

}  // namespace calmcalf::cli
