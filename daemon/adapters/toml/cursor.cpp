// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/toml/cursor.hpp"

namespace calmcalf::toml_file {
namespace {

/// Whether the first byte of `rest` is the last one of a character.
bool ends_character(std::string_view rest) {
  return rest.size() < 2 || (static_cast<unsigned char>(rest[1]) & 0xC0U) != 0x80U;
}

}  // namespace

void Cursor::advance() {
  if (at_end()) return;
  if (next() == '\n') {
    position_ = {position_.line + 1, 1};
  } else if (ends_character(rest())) {
    ++position_.column;
  }
  ++offset_;
}

void Cursor::advance(std::size_t bytes) {
  for (; bytes > 0; --bytes) advance();
}

bool Cursor::take(std::string_view expected) {
  if (!sees(expected)) return false;
  advance(expected.size());
  return true;
}

void Cursor::skip_spaces() {
  while (next() == ' ' || next() == '\t') advance();
}

void Cursor::skip_to_line_end() {
  while (!at_line_end()) advance();
}

}  // namespace calmcalf::toml_file
