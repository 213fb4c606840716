// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/toml/slips.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "adapters/toml/quoting.hpp"
#include "domain/duration.hpp"
#include "domain/iso8601.hpp"
#include "language/tr.hpp"

namespace calmcalf::toml_file {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 6> flags{{
    {"true", "true"},
    {"yes", "true"},
    {"on", "true"},
    {"false", "false"},
    {"no", "false"},
    {"off", "false"},
}};

bool is_letter(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || static_cast<unsigned char>(byte) >= 0x80;
}

std::string in_small_letters(std::string_view text) {
  std::string small{text};
  for (char& letter : small) {
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  }
  return small;
}

/// "22:30" and "9:30:00".
std::optional<Slip> short_time(std::string_view value) {
  const bool one_digit_hour = value.size() > 1 && value[1] == ':';
  std::string padded(one_digit_hour ? 1 : 0, '0');
  padded += value;
  const auto time = parse_time_of_day(padded);
  if (!time || (!one_digit_hour && padded.size() == 8)) return std::nullopt;
  const std::string meant = padded.size() == 8 ? padded : padded + ":00";
  return Slip{tr("a time has two digits each for hours, minutes and seconds, write {}", meant), meant};
}

std::optional<Slip> bare_duration(std::string_view value) {
  std::string dense{value};
  std::erase(dense, ' ');
  if (!parse_duration(dense)) return std::nullopt;
  if (parse_duration(value)) dense = value;
  return Slip{tr("a duration stands in quotes, write {}", in_quotes(dense)), '"' + dense + '"'};
}

std::optional<Slip> bare_flag(std::string_view value) {
  const std::string small = in_small_letters(value);
  for (const auto& [word, meant] : flags) {
    if (small == word && value != meant)
      return Slip{tr("yes or no is written true or false, write {}", meant), std::string{meant}};
  }
  return std::nullopt;
}

bool is_number_word(std::string_view value) {
  return value == "inf" || value == "nan";
}

bool can_stand_in_quotes(std::string_view value) {
  return std::ranges::none_of(value, [](char byte) {
    return byte == '"' || byte == '\\' || byte == '=' || static_cast<unsigned char>(byte) < 0x20;
  });
}

std::optional<Slip> bare_text(std::string_view value) {
  if (!is_letter(value.front()) || !can_stand_in_quotes(value) || is_number_word(value)) return std::nullopt;
  return Slip{tr("text stands in quotes, write {}", in_quotes(value)), '"' + std::string{value} + '"'};
}

}  // namespace

std::optional<Slip> slip_in(std::string_view value) {
  if (value.empty() || value == "true" || value == "false") return std::nullopt;
  if (auto slip = short_time(value)) return slip;
  if (auto slip = bare_duration(value)) return slip;
  if (auto slip = bare_flag(value)) return slip;
  return bare_text(value);
}

}  // namespace calmcalf::toml_file
