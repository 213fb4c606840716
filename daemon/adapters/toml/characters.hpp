// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <cstddef>
#include <string_view>

namespace calmcalf::toml_file {

/// One character of a UTF-8 text.
struct Character {
  char32_t code = 0;
  std::size_t bytes = 0;  ///< 1 to 4; 0: what stands here is not UTF-8
};

/// Of a text that is not empty. Overlong forms and surrogates are not UTF-8.
[[nodiscard]] Character first_character(std::string_view text);

/// How many characters a UTF-8 text has.
[[nodiscard]] std::size_t count_characters(std::string_view text);

[[nodiscard]] constexpr bool is_control(char32_t code) {
  return code < 0x20 || (code >= 0x7F && code < 0xA0);
}

}  // namespace calmcalf::toml_file
