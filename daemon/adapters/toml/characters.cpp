// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/toml/characters.hpp"

#include <algorithm>

namespace calmcalf::toml_file {
namespace {

struct Form {
  std::size_t bytes;
  char32_t bits;   ///< of the first byte that carry the code
  char32_t least;  ///< the smallest code that needs this form
};

Form form_of(unsigned char first) {
  if (first < 0x80) return {1, 0x7F, 0};
  if (first >= 0xC0 && first < 0xE0) return {2, 0x1F, 0x80};
  if (first >= 0xE0 && first < 0xF0) return {3, 0x0F, 0x800};
  if (first >= 0xF0 && first < 0xF8) return {4, 0x07, 0x1'0000};
  return {0, 0, 0};
}

bool continues(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

}  // namespace

Character first_character(std::string_view text) {
  const auto first = static_cast<unsigned char>(text.front());
  const Form form = form_of(first);
  if (form.bytes == 0 || form.bytes > text.size()) return {};
  char32_t code = first & form.bits;
  for (const char byte : text.substr(1, form.bytes - 1)) {
    if (!continues(byte)) return {};
    code = (code << 6U) | (static_cast<unsigned char>(byte) & 0x3FU);
  }
  const bool surrogate = code >= 0xD800 && code < 0xE000;
  if (code < form.least || surrogate || code > 0x10'FFFF) return {};
  return {code, form.bytes};
}

std::size_t count_characters(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(text, [](char byte) { return !continues(byte); }));
}

}  // namespace calmcalf::toml_file
