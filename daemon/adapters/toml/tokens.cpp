// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/toml/tokens.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace calmcalf::toml_file {
namespace {

constexpr std::size_t most_key_parts = 16;  // a schedule needs two

constexpr std::array<std::string_view, 5> double_curly{"\u201C", "\u201D", "\u201E", "\u00AB", "\u00BB"};
constexpr std::array<std::string_view, 5> single_curly{"\u2018", "\u2019", "\u201A", "\u00B4", "\u0060"};
constexpr std::array<std::string_view, 7> odd_blanks{"\u00A0", "\u2007", "\u200B", "\u202F",
                                                     "\u2060", "\u3000", "\uFEFF"};

template <std::size_t count>
std::size_t length_of_one_at(const Cursor& cursor, const std::array<std::string_view, count>& candidates) {
  const auto found =
      std::ranges::find_if(candidates, [&](std::string_view candidate) { return cursor.sees(candidate); });
  return found == candidates.end() ? 0 : found->size();
}

bool is_bare_key(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') || byte == '_' ||
         byte == '-';
}

std::optional<std::string> take_quoted_part(Cursor& cursor) {
  const bool escapes = cursor.next() == '"';
  const auto content = take_line_string(cursor);
  if (!content || (escapes && bad_escape_in(*content))) return std::nullopt;
  return std::string{*content};
}

std::optional<std::string> take_key_part(Cursor& cursor) {
  if (is_quote(cursor.next())) return take_quoted_part(cursor);
  const Cursor begin = cursor;
  while (is_bare_key(cursor.next())) cursor.advance();
  if (cursor.offset() == begin.offset()) return std::nullopt;
  return std::string{begin.rest().substr(0, cursor.offset() - begin.offset())};
}

}  // namespace

std::size_t curly_quote_at(const Cursor& cursor, CurlyQuotes kind) {
  return length_of_one_at(cursor, kind == CurlyQuotes::from_double ? double_curly : single_curly);
}

bool at_curly_quote(const Cursor& cursor) {
  return curly_quote_at(cursor, CurlyQuotes::from_double) > 0 || curly_quote_at(cursor, CurlyQuotes::from_single) > 0;
}

bool at_odd_blank(const Cursor& cursor) {
  return length_of_one_at(cursor, odd_blanks) > 0;
}

bool at_wide_character(const Cursor& cursor) {
  return static_cast<unsigned char>(cursor.next()) >= 0x80;
}

bool is_quote(char byte) {
  return byte == '"' || byte == '\'';
}

bool begins_key(const Cursor& cursor) {
  return is_bare_key(cursor.next()) || is_quote(cursor.next());
}

void skip_blank(Cursor& cursor) {
  do {
    cursor.skip_spaces();
    if (cursor.next() == '#') cursor.skip_to_line_end();
  } while (cursor.take("\r\n") || cursor.take("\n"));
}

bool at_end_of_statement(Cursor cursor) {
  cursor.skip_spaces();
  return cursor.at_line_end() || cursor.next() == '#';
}

std::optional<std::string_view> take_line_string(Cursor& cursor) {
  const char quote = cursor.next();
  cursor.advance();
  const Cursor begin = cursor;
  while (!cursor.at_line_end() && cursor.next() != quote) {
    if (quote == '"' && cursor.next() == '\\') cursor.advance();
    if (!cursor.at_line_end()) cursor.advance();
  }
  if (cursor.next() != quote) return std::nullopt;
  const auto content = begin.rest().substr(0, cursor.offset() - begin.offset());
  cursor.advance();
  return content;
}

std::optional<std::size_t> bad_escape_in(std::string_view content) {
  constexpr std::string_view known = "btnfr\"\\uU";
  for (std::size_t at = content.find('\\'); at != std::string_view::npos; at = content.find('\\', at + 2)) {
    if (at + 1 == content.size() || known.find(content[at + 1]) == std::string_view::npos) return at;
  }
  return std::nullopt;
}

std::optional<KeyParts> take_key(Cursor& cursor) {
  KeyParts parts;
  do {
    cursor.skip_spaces();
    auto part = take_key_part(cursor);
    if (!part || parts.size() == most_key_parts) return std::nullopt;
    parts.push_back(std::move(*part));
    cursor.skip_spaces();
  } while (cursor.take("."));
  return parts;
}

bool begins_statement(Cursor cursor) {
  const std::string_view closing = cursor.sees("[[") ? "]]" : "]";
  if (cursor.take("[[") || cursor.take("[")) {
    return take_key(cursor) && cursor.take(closing) && at_end_of_statement(cursor);
  }
  return take_key(cursor) && cursor.next() == '=';
}

}  // namespace calmcalf::toml_file
