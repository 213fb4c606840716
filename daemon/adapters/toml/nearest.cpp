// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/toml/nearest.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "adapters/toml/quoting.hpp"
#include "language/tr.hpp"

namespace calmcalf::toml_file {
namespace {

constexpr std::size_t longest_word = 64;

std::string spelled_alike(std::string_view word) {
  std::string small{word};
  for (char& letter : small) {
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    if (letter == '_' || letter == ' ') letter = '-';
  }
  return small;
}

/// How many letters must be put in, left out, changed, or swapped with their neighbour.
std::size_t distance(std::string_view from, std::string_view to) {
  std::vector<std::size_t> before_last(to.size() + 1);
  std::vector<std::size_t> last(to.size() + 1);
  std::vector<std::size_t> row(to.size() + 1);
  for (std::size_t column = 0; column <= to.size(); ++column) last[column] = column;
  for (std::size_t line = 1; line <= from.size(); ++line) {
    row[0] = line;
    for (std::size_t column = 1; column <= to.size(); ++column) {
      const std::size_t change = from[line - 1] == to[column - 1] ? 0U : 1U;
      row[column] = std::min({last[column] + 1, row[column - 1] + 1, last[column - 1] + change});
      const bool swapped =
          line > 1 && column > 1 && from[line - 1] == to[column - 2] && from[line - 2] == to[column - 1];
      if (swapped) row[column] = std::min(row[column], before_last[column - 2] + 1);
    }
    before_last.swap(last);
    last.swap(row);
  }
  return last[to.size()];
}

std::size_t allowed_distance(std::string_view known) {
  return std::max<std::size_t>(1, known.size() / 3);
}

/// Abbreviated, as weekdays are: three letters at least, or they could be the beginning of anything.
bool abbreviates(std::string_view word, std::string_view known) {
  return word.size() >= 3 && known.starts_with(word);
}

}  // namespace

std::optional<std::string_view> nearest(std::string_view word, std::span<const std::string_view> known) {
  if (word.size() > longest_word) return std::nullopt;
  const std::string meant = spelled_alike(word);
  std::optional<std::string_view> best;
  std::size_t least = longest_word;
  for (const std::string_view candidate : known) {
    const std::string spelled = spelled_alike(candidate);
    const std::size_t far = abbreviates(meant, spelled) ? 1 : distance(meant, spelled);
    if (far > allowed_distance(candidate) || far >= least) continue;
    least = far;
    best = candidate;
  }
  return best;
}

std::string what_is_known(std::string_view word, std::span<const std::string_view> known) {
  if (const auto meant = nearest(word, known)) return tr("did you mean {}?", in_quotes(*meant));
  return tr("known are {}", listed(known));
}

}  // namespace calmcalf::toml_file
