// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT

#include "adapters/interchange/calendar_text.hpp"

#include "domain/iso8601.hpp"

namespace calmcalf::interchange {

namespace {

constexpr std::size_t longest_line = 75;
constexpr std::string_view end_of_line = "\r\n";

bool is_within_a_character(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

bool is_control(char character) {
  const auto code = static_cast<unsigned char>(character);
  return (code < 0x20 && character != '\t') || code == 0x7F;
}

}  // namespace

void CalendarText::line(std::string_view name, std::string_view value) {
  const auto whole = std::string{name}.append(":").append(value);
  std::string folded;
  std::size_t length = 0;
  for (std::size_t begin = 0; begin < whole.size();) {
    auto end = begin + 1;
    while (end < whole.size() && is_within_a_character(whole[end])) ++end;
    if (length + (end - begin) > longest_line) {
      folded.append(end_of_line).append(" ");
      length = 1;
    }
    folded.append(whole, begin, end - begin);
    length += end - begin;
    begin = end;
  }
  sink_(folded.append(end_of_line));
}

void CalendarText::text(std::string_view name, std::string_view text) {
  std::string value;
  for (const char character : text) {
    if (character == '\n')
      value += "\\n";
    else if (character == '\\' || character == ';' || character == ',')
      value.append("\\") += character;
    else if (!is_control(character))
      value += character;
  }
  line(name, value);
}

std::string basic_time(LocalTime local) {
  auto text = to_iso(local);
  std::erase_if(text, [](char character) { return character == '-' || character == ':'; });
  return text;
}

std::string basic_time(Instant instant) {
  return basic_time(LocalTime{instant.time_since_epoch()}) + 'Z';
}

}  // namespace calmcalf::interchange
