// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/excerpt.hpp"

#include <algorithm>
#include <vector>

#include "cli/printable.hpp"

namespace calmcalf::cli {
namespace {

constexpr std::size_t widest = 76;
constexpr std::string_view indent = "    ";

std::string_view line_of(std::string_view text, int number) {
  for (int passed = 1; passed < number; ++passed) {
    const auto end = text.find('\n');
    if (end == std::string_view::npos) return {};
    text.remove_prefix(end + 1);
  }
  auto line = text.substr(0, text.find('\n'));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

std::vector<std::string_view> characters_of(std::string_view line) {
  std::vector<std::string_view> characters;
  while (!line.empty()) {
    characters.push_back(line.substr(0, std::max<std::size_t>(character_length(line), 1)));
    line.remove_prefix(characters.back().size());
  }
  return characters;
}

}  // namespace

std::string excerpt(std::string_view text, int line, int column) {
  if (line < 1 || column < 1) return {};
  const auto characters = characters_of(line_of(text, line));
  if (characters.empty()) return {};
  const auto caret = std::min(static_cast<std::size_t>(column - 1), characters.size());
  const auto first = characters.size() <= widest || caret < widest / 2 ? 0 : caret - widest / 2;
  const auto last = std::min(first + widest, characters.size());

  std::string shown{indent};
  std::string below{indent};
  for (auto at = first; at < last; ++at) {
    shown += printable(characters[at]);
    // A tab is as wide below as above.
    if (at < caret) below += characters[at] == "\t" ? '\t' : ' ';
  }
  return shown + '\n' + below + "^\n";
}

}  // namespace calmcalf::cli
