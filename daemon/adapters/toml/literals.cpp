// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/toml/literals.hpp"

#include <algorithm>

#include "adapters/toml/quoting.hpp"
#include "domain/iso8601.hpp"
#include "language/tr.hpp"

namespace calmcalf::toml_file {
namespace {

constexpr std::size_t date_length = 10;
constexpr std::size_t time_length = 8;

bool is_digit(char byte) {
  return byte >= '0' && byte <= '9';
}

bool is_hex_digit(char byte) {
  return is_digit(byte) || (byte >= 'a' && byte <= 'f') || (byte >= 'A' && byte <= 'F');
}

bool is_one_of(char byte, std::string_view bytes) {
  return bytes.find(byte) != std::string_view::npos;
}

/// Takes "1_000": digits with single underlines between them. False where none stands in front.
template <typename IsDigit>
bool take_digits(std::string_view& text, IsDigit is_digit_of_base) {
  std::size_t length = 0;
  while (length < text.size() && is_digit_of_base(text[length])) {
    ++length;
    const bool goes_on = length + 1 < text.size() && text[length] == '_' && is_digit_of_base(text[length + 1]);
    if (goes_on) ++length;
  }
  text.remove_prefix(length);
  return length > 0;
}

void take_sign(std::string_view& text) {
  if (!text.empty() && is_one_of(text.front(), "+-")) text.remove_prefix(1);
}

bool take_one_of(std::string_view& text, std::string_view bytes) {
  if (text.empty() || !is_one_of(text.front(), bytes)) return false;
  text.remove_prefix(1);
  return true;
}

bool is_number_of_base(std::string_view text) {
  const std::string_view prefix = text.substr(0, 2);
  text.remove_prefix(prefix.size());
  if (prefix == "0x") return take_digits(text, is_hex_digit) && text.empty();
  if (prefix == "0o") return take_digits(text, [](char byte) { return is_one_of(byte, "01234567"); }) && text.empty();
  return prefix == "0b" && take_digits(text, [](char byte) { return is_one_of(byte, "01"); }) && text.empty();
}

bool has_leading_zero(std::string_view text) {
  take_sign(text);
  return text.size() > 1 && text[0] == '0' && (is_digit(text[1]) || text[1] == '_');
}

bool is_number(std::string_view text) {
  if (is_number_of_base(text)) return true;
  take_sign(text);
  if (text == "inf" || text == "nan") return true;
  if (has_leading_zero(text) || !take_digits(text, is_digit)) return false;
  if (take_one_of(text, ".") && !take_digits(text, is_digit)) return false;
  if (!take_one_of(text, "eE")) return text.empty();
  take_sign(text);
  return take_digits(text, is_digit) && text.empty();
}

/// Takes "22:30:00" or "22:30:00.5".
bool take_time(std::string_view& text) {
  if (text.size() < time_length || !parse_time_of_day(text.substr(0, time_length))) return false;
  text.remove_prefix(time_length);
  if (!take_one_of(text, ".")) return true;
  const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
  text.remove_prefix(digits);
  return digits > 0;
}

/// Takes "Z" or "+01:00".
bool take_offset(std::string_view& text) {
  if (take_one_of(text, "zZ")) return true;
  if (!take_one_of(text, "+-") || !parse_time_of_day(text.substr(0, 5))) return false;
  text.remove_prefix(5);
  return true;
}

bool is_date_or_time(std::string_view text) {
  if (take_time(text)) return text.empty();
  if (text.size() < date_length || !parse_night(text.substr(0, date_length))) return false;
  text.remove_prefix(date_length);
  if (text.empty()) return true;
  if (!take_one_of(text, "tT ") || !take_time(text)) return false;
  return text.empty() || (take_offset(text) && text.empty());
}

/// "24.12.2026", "2026/12/24", "2026-1-2".
bool resembles_date(std::string_view text) {
  const auto separators = std::ranges::count_if(text, [](char byte) { return is_one_of(byte, "-./"); });
  const bool plain = std::ranges::all_of(text, [](char byte) { return is_digit(byte) || is_one_of(byte, "-./"); });
  return plain && separators == 2 && is_digit(text.front());
}

}  // namespace

std::string fault_in_literal(std::string_view value) {
  if (value == "true" || value == "false" || is_number(value) || is_date_or_time(value)) return {};
  const bool of_digits = is_digit(value.front()) || is_one_of(value.front(), "+-.");
  if (of_digits && resembles_date(value)) return tr("{} is no date, write it such as 2026-12-24", in_quotes(value));
  if (of_digits && value.find(':') != std::string_view::npos) {
    return tr("{} is no time of day, write 00:00:00 to 23:59:59", in_quotes(value));
  }
  if (has_leading_zero(value)) return tr("{} begins with 0, write a number without it", in_quotes(value));
  if (of_digits) return tr("{} is no number, write for example 3, or \"10m\" in quotes, or 22:30:00", in_quotes(value));
  return tr("{} is no value, write text in straight quotes", in_quotes(value));
}

}  // namespace calmcalf::toml_file
