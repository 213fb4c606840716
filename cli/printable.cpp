// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/printable.hpp"

#include <algorithm>

namespace calmcalf::cli {
namespace {

constexpr std::string_view replacement = "\uFFFD";

bool is_continuation(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

std::size_t length_by_first_byte(unsigned char first) {
  if (first < 0x80) return 1;
  if (first < 0xC2) return 0;
  if (first < 0xE0) return 2;
  if (first < 0xF0) return 3;
  return first < 0xF5 ? 4 : 0;
}

/// Too long a form, a surrogate, or past the last character: what the first two bytes alone tell.
bool is_out_of_range(unsigned char first, unsigned char second) {
  return (first == 0xE0 && second < 0xA0) || (first == 0xED && second > 0x9F) || (first == 0xF0 && second < 0x90) ||
         (first == 0xF4 && second > 0x8F);
}

/// C0 and C1: both can begin an escape sequence.
bool is_control(std::string_view character) {
  const auto first = static_cast<unsigned char>(character[0]);
  if (character.size() == 2) return first == 0xC2 && static_cast<unsigned char>(character[1]) < 0xA0;
  return character.size() == 1 && character != "\t" && (first < 0x20 || first == 0x7F);
}

}  // namespace

std::size_t character_length(std::string_view text) {
  const auto first = static_cast<unsigned char>(text[0]);
  const auto length = length_by_first_byte(first);
  if (length > text.size() || length == 0) return 0;
  if (!std::ranges::all_of(text.substr(1, length - 1), is_continuation)) return 0;
  if (length > 2 && is_out_of_range(first, static_cast<unsigned char>(text[1]))) return 0;
  return length;
}

std::string printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const auto length = character_length(text);
    const auto character = text.substr(0, std::max<std::size_t>(length, 1));
    out += length == 0 || is_control(character) ? replacement : character;
    text.remove_prefix(character.size());
  }
  return out;
}

}  // namespace calmcalf::cli
