// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "domain/duration.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace calmcalf {
namespace {

struct Unit {
  char letter;
  Duration length;
};

constexpr std::array<Unit, 4> units{{
    {'d', std::chrono::days{1}},
    {'h', std::chrono::hours{1}},
    {'m', std::chrono::minutes{1}},
    {'s', std::chrono::seconds{1}},
}};

constexpr Duration longest = std::chrono::days{1000};

/// Takes "30" off the front of `text`; none where no number of at most `longest` seconds stands there.
std::optional<Duration::rep> take_number(std::string_view& text) {
  Duration::rep number = 0;
  const char* end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, number);
  if (error != std::errc{} || number < 0 || number > longest.count() || text.front() == '-') return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(rest - text.data()));
  return number;
}

void skip_spaces(std::string_view& text) {
  text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
}

}  // namespace

std::optional<Duration> parse_duration(std::string_view text) {
  if (text.empty() || text.back() == ' ') return std::nullopt;
  Duration total{0};
  auto unit = units.begin();
  while (!text.empty()) {
    const auto number = take_number(text);
    if (!number || text.empty()) return std::nullopt;
    while (unit != units.end() && unit->letter != text.front()) ++unit;
    if (unit == units.end()) return std::nullopt;
    total += *number * unit->length;
    if (total > longest) return std::nullopt;
    ++unit;
    text.remove_prefix(1);
    skip_spaces(text);
  }
  return total;
}

std::string to_text(Duration duration) {
  if (duration == Duration::zero()) return "0m";
  std::string text;
  for (const Unit& unit : units) {
    const auto count = duration / unit.length;
    if (count == 0) continue;
    if (!text.empty()) text += ' ';
    text += std::to_string(count) + unit.letter;
    duration -= count * unit.length;
  }
  return text;
}

}  // namespace calmcalf
