// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/toml/quoting.hpp"

#include <fmt/ranges.h>

#include "adapters/toml/characters.hpp"
#include "language/tr.hpp"

namespace calmcalf::toml_file {
namespace {

constexpr std::size_t longest_shown = 60;

}  // namespace

std::string printable(std::string_view text) {
  std::string shown;
  std::size_t characters = 0;
  while (!text.empty()) {
    if (++characters > longest_shown) return shown + "...";
    const Character next = first_character(text);
    if (is_control(next.code)) {
      shown += '?';
    } else {
      shown += text.substr(0, next.bytes);
    }
    text.remove_prefix(next.bytes);
  }
  return shown;
}

std::string in_quotes(std::string_view text) {
  return '"' + printable(text) + '"';
}

std::string listed(std::span<const std::string_view> names) {
  if (names.size() < 2) return names.empty() ? std::string{} : std::string{names.front()};
  // TRANSLATORS: the end of a list: "a, b and c"
  return tr("{} and {}", fmt::join(names.first(names.size() - 1), ", "), names.back());
}

}  // namespace calmcalf::toml_file
