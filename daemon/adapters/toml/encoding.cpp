// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/toml/encoding.hpp"

#include "adapters/toml/characters.hpp"
#include "language/tr.hpp"

namespace calmcalf::toml_file {
namespace {

constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";
constexpr std::string_view utf16_marks[] = {"\xFF\xFE", "\xFE\xFF"};

bool is_utf16(std::string_view text) {
  return text.substr(0, 2) == utf16_marks[0] || text.substr(0, 2) == utf16_marks[1];
}

}  // namespace

std::optional<EncodingFault> encoding_fault(std::string_view text) {
  if (is_utf16(text)) return EncodingFault{{}, tr("the file is in UTF-16, save it as UTF-8 in your editor")};
  Position at;
  while (!text.empty()) {
    const Character next = first_character(text);
    if (next.bytes == 0)
      return EncodingFault{at, tr("this character is not UTF-8, save the file as UTF-8 in your editor")};
    if (next.code == 0) return EncodingFault{at, tr("a zero byte stands here, a schedule is plain text: remove it")};
    at = next.code == '\n' ? Position{at.line + 1, 1} : Position{at.line, at.column + 1};
    text.remove_prefix(next.bytes);
  }
  return std::nullopt;
}

std::string_view without_mark(std::string_view text) {
  if (text.substr(0, utf8_mark.size()) == utf8_mark) text.remove_prefix(utf8_mark.size());
  return text;
}

}  // namespace calmcalf::toml_file
