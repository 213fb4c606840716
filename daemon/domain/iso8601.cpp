// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "domain/iso8601.hpp"

#include <cstddef>

namespace calmcalf {
namespace {

constexpr std::size_t date_length = 10;

std::string padded(long long number, std::size_t width) {
  std::string digits = std::to_string(number < 0 ? -number : number);
  if (digits.size() < width) digits.insert(0, width - digits.size(), '0');
  return number < 0 ? '-' + digits : digits;
}

std::string date_text(std::chrono::local_days day) {
  const std::chrono::year_month_day date{day};
  return padded(static_cast<int>(date.year()), 4) + '-' + padded(static_cast<unsigned>(date.month()), 2) + '-' +
         padded(static_cast<unsigned>(date.day()), 2);
}

std::string hours_and_minutes(Duration duration) {
  return padded(duration / std::chrono::hours{1}, 2) + ':' +
         padded(duration % std::chrono::hours{1} / std::chrono::minutes{1}, 2);
}

std::string seconds_part(Duration duration) {
  return ':' + padded(duration % std::chrono::minutes{1} / Duration{1}, 2);
}

/// Exactly `digits` decimal digits at `begin` of `text`, which is long enough.
std::optional<int> number_at(std::string_view text, std::size_t begin, std::size_t digits) {
  int number = 0;
  for (const char character : text.substr(begin, digits)) {
    if (character < '0' || character > '9') return std::nullopt;
    number = number * 10 + (character - '0');
  }
  return number;
}

bool has(std::string_view text, std::size_t at, char character) {
  return at < text.size() && text[at] == character;
}

}  // namespace

std::string to_iso(Night night) {
  return date_text(night.evening);
}

std::optional<Night> parse_night(std::string_view text) {
  if (text.size() != date_length || !has(text, 4, '-') || !has(text, 7, '-')) return std::nullopt;
  const auto year = number_at(text, 0, 4);
  const auto month = number_at(text, 5, 2);
  const auto day = number_at(text, 8, 2);
  if (!year || !month || !day) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
                                         std::chrono::day{static_cast<unsigned>(*day)}};
  if (!date.ok()) return std::nullopt;
  return Night{std::chrono::local_days{date}};
}

std::string to_iso(Instant instant, Duration offset) {
  const LocalTime local{instant.time_since_epoch() + offset};
  const Duration distance = std::chrono::abs(offset);
  // Zones of the nineteenth century kept odd seconds; without them the text would name another instant.
  const bool odd = distance % std::chrono::minutes{1} != Duration::zero();
  return to_iso(local) + (offset < Duration::zero() ? '-' : '+') + hours_and_minutes(distance) +
         (odd ? seconds_part(distance) : "");
}

std::string to_iso(LocalTime local) {
  const auto day = std::chrono::floor<std::chrono::days>(local);
  const Duration time = local - day;
  return date_text(day) + 'T' + hours_and_minutes(time) + seconds_part(time);
}

std::optional<LocalTime> parse_local_time(std::string_view text) {
  if (!has(text, date_length, 'T') && !has(text, date_length, ' ')) return std::nullopt;
  const auto night = parse_night(text.substr(0, date_length));
  const auto time = parse_time_of_day(text.substr(date_length + 1));
  if (!night || !time) return std::nullopt;
  return night->evening + time->since_midnight;
}

std::string to_text(TimeOfDay time) {
  const bool whole = time.since_midnight % std::chrono::minutes{1} == Duration::zero();
  return hours_and_minutes(time.since_midnight) + (whole ? "" : seconds_part(time.since_midnight));
}

std::optional<TimeOfDay> parse_time_of_day(std::string_view text) {
  const bool with_seconds = text.size() == 8 && has(text, 5, ':');
  if (!has(text, 2, ':') || (text.size() != 5 && !with_seconds)) return std::nullopt;
  const auto hour = number_at(text, 0, 2);
  const auto minute = number_at(text, 3, 2);
  const auto second = with_seconds ? number_at(text, 6, 2) : 0;
  if (!hour || !minute || !second || *hour > 23 || *minute > 59 || *second > 59) return std::nullopt;
  return TimeOfDay{std::chrono::hours{*hour} + std::chrono::minutes{*minute} + std::chrono::seconds{*second}};
}

TimeOfDay time_of_day(LocalTime local) {
  return {local - std::chrono::floor<std::chrono::days>(local)};
}

}  // namespace calmcalf
