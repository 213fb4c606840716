// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "language/columns.hpp"

#include <algorithm>

#include <glib.h>

namespace calmcalf {
namespace {

struct Character {
  std::size_t bytes = 1;
  std::size_t columns = 1;
  bool closes = false;  ///< punctuation that no line begins with
};

/// The first one; a byte that is no UTF-8 counts as one.
Character first_character(std::string_view text) {
  const auto code = g_utf8_get_char_validated(text.data(), static_cast<gssize>(text.size()));
  if (g_unichar_validate(code) == FALSE) return {};
  const auto bytes = static_cast<std::size_t>(g_unichar_to_utf8(code, nullptr));
  if (g_unichar_iszerowidth(code) != FALSE) return {.bytes = bytes, .columns = 0};
  const auto type = g_unichar_type(code);
  const auto closes = type == G_UNICODE_CLOSE_PUNCTUATION || type == G_UNICODE_OTHER_PUNCTUATION;
  return {.bytes = bytes, .columns = g_unichar_iswide(code) != FALSE ? 2U : 1U, .closes = closes};
}

}  // namespace

std::size_t columns_of(std::string_view text) {
  std::size_t columns = 0;
  while (!text.empty()) {
    const auto character = first_character(text);
    columns += character.columns;
    text.remove_prefix(character.bytes);
  }
  return columns;
}

std::vector<std::string_view> parts_of_word(std::string_view word) {
  std::vector<std::string_view> parts;
  bool after_wide = false;
  for (std::size_t at = 0; at < word.size();) {
    const auto character = first_character(word.substr(at));
    const auto is_wide = character.columns == 2;
    const auto may_break = (is_wide || after_wide) && !character.closes && character.columns > 0;
    if (parts.empty() || may_break)
      parts.push_back(word.substr(at, character.bytes));
    else
      parts.back() = {parts.back().data(), parts.back().size() + character.bytes};
    if (character.columns > 0) after_wide = is_wide;
    at += character.bytes;
  }
  return parts;
}

std::string padded(std::string text, std::size_t columns) {
  text.append(columns - std::min(columns, columns_of(text)), ' ');
  return text;
}

}  // namespace calmcalf
