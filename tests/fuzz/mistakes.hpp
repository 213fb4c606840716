// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <algorithm>
#include <cstddef>
#include <string_view>

#include "domain/mistake.hpp"
#include "fuzz/target.hpp"

namespace calmcalf::fuzz {

inline std::size_t lines_in(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count(text, '\n')) + 1;
}

/// The line of that number, from 1, without its end.
inline std::string_view line_of(std::string_view text, std::size_t number) {
  for (; number > 1; --number) text.remove_prefix(text.find('\n') + 1);
  return text.substr(0, text.find('\n'));
}

/// A mistake says something, of a place that is there: the end of a line, or of the file, at most.
inline void check_mistakes(const Mistakes& mistakes, std::string_view text) {
  const auto last = lines_in(text);
  const auto is_first_of_character = [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; };
  for (const auto& mistake : mistakes) {
    must_hold(!mistake.message.empty(), "a mistake says what is wrong");
    must_hold(mistake.line >= 1 && static_cast<std::size_t>(mistake.line) <= last, "its line is one of the file");
    const auto line = line_of(text, static_cast<std::size_t>(mistake.line));
    must_hold(mistake.column >= 1 && mistake.column <= std::ranges::count_if(line, is_first_of_character) + 1,
              "its column is one of the line");
  }
}

}  // namespace calmcalf::fuzz
