// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "language/local_dates.hpp"

#include <array>
#include <clocale>
#include <cstdint>
#include <ctime>
#include <string_view>

#include <langinfo.h>

#include "domain/iso8601.hpp"
#include "language/tr.hpp"

namespace calmcalf {
namespace {

using namespace std::chrono_literals;

/// By strftime(3), and so by LC_TIME.
std::string formatted(const std::string& pattern, const std::tm& time) {
  constexpr std::size_t longest = 256;
  std::array<char, longest> text{};
  return {text.data(), std::strftime(text.data(), text.size(), pattern.c_str(), &time)};
}

std::tm broken_down(Night night) {
  const auto date = night.date();
  std::tm time{};
  time.tm_year = static_cast<int>(date.year()) - 1900;
  time.tm_mon = static_cast<int>(static_cast<unsigned>(date.month())) - 1;
  time.tm_mday = static_cast<int>(static_cast<unsigned>(date.day()));
  time.tm_wday = static_cast<int>(night.weekday().c_encoding());
  return time;
}

Night first_of(std::chrono::year_month month) {
  return {std::chrono::local_days{month / 1}};
}

/// Any night of that weekday.
Night night_on(std::chrono::weekday day) {
  constexpr std::chrono::local_days a_sunday{std::chrono::year{2026} / 11 / 22};
  return {a_sunday + (day - std::chrono::Sunday)};
}

bool has_twelve_hours() {
  const std::string_view pattern = nl_langinfo(T_FMT);
  const std::string_view morning = nl_langinfo(AM_STR);
  const auto has = [pattern](std::string_view part) { return pattern.find(part) != std::string_view::npos; };
  return !morning.empty() && (has("%r") || has("%I") || has("%l"));
}

bool is_no_locale() {
  const std::string_view name = std::setlocale(LC_TIME, nullptr);
  return name == "C" || name == "POSIX" || name.starts_with("C.");
}

}  // namespace

std::string date_in_words(Night night) {
  // TRANSLATORS: a date, by strftime(3): "Monday, 23 November 2026"
  return formatted(tr_context("date", "%A, %-d %B %Y"), broken_down(night));
}

std::string day_in_words(Night night) {
  // TRANSLATORS: a date, by strftime(3): "23 November 2026"
  return formatted(tr_context("date", "%-d %B %Y"), broken_down(night));
}

std::string month_in_words(std::chrono::year_month month) {
  // TRANSLATORS: a month as a heading, by strftime(3): "November 2026"; %OB is the month's name where it stands alone
  return formatted(tr_context("month", "%OB %Y"), broken_down(first_of(month)));
}

std::string short_month(std::chrono::month month) {
  return formatted("%b", broken_down(first_of(std::chrono::year{2026} / month)));
}

std::string weekday_in_words(std::chrono::weekday day) {
  return formatted("%A", broken_down(night_on(day)));
}

std::string short_weekday(std::chrono::weekday day) {
  return formatted("%a", broken_down(night_on(day)));
}

std::string weekday_letter(std::chrono::weekday day) {
  const auto name = short_weekday(day);
  std::size_t end = 1;
  while (end < name.size() && (static_cast<unsigned char>(name[end]) & 0xC0U) == 0x80U) ++end;
  auto letter = name.substr(0, end);
  if (letter.size() == 1 && letter[0] >= 'a' && letter[0] <= 'z') letter[0] = static_cast<char>(letter[0] - 'a' + 'A');
  return letter;
}

std::chrono::weekday first_weekday() {
  if (is_no_locale()) return std::chrono::Monday;
  // glibc's: the number, from 1, of the first day in a week that begins with the day of a date, which is a word that
  // nl_langinfo() gives in the place of a pointer.
  const auto week_begins = static_cast<unsigned>(reinterpret_cast<std::uintptr_t>(nl_langinfo(_NL_TIME_WEEK_1STDAY)));
  const auto first = static_cast<unsigned char>(*nl_langinfo(_NL_TIME_FIRST_WEEKDAY));
  const std::chrono::year_month_day date{std::chrono::year{static_cast<int>(week_begins / 10'000)},
                                         std::chrono::month{week_begins / 100 % 100},
                                         std::chrono::day{week_begins % 100}};
  return std::chrono::weekday{std::chrono::local_days{date}} + std::chrono::days{first - 1};
}

int place_in_week(Night night) {
  return static_cast<int>((night.weekday() - first_weekday()).count());
}

std::string clock_time(LocalTime time) {
  if (!has_twelve_hours()) return to_text(time_of_day(time));
  const auto day = std::chrono::floor<std::chrono::days>(time);
  const std::chrono::hh_mm_ss clock{time - day};
  std::tm parts = broken_down(Night{day});
  parts.tm_hour = static_cast<int>(clock.hours().count());
  parts.tm_min = static_cast<int>(clock.minutes().count());
  parts.tm_sec = static_cast<int>(clock.seconds().count());
  return formatted(parts.tm_sec == 0 ? "%-I:%M %p" : "%-I:%M:%S %p", parts);
}

std::string time_in_night(Instant instant, Duration offset, Night night) {
  const LocalTime local{instant.time_since_epoch() + offset};
  const Night date{std::chrono::floor<std::chrono::days>(local)};
  const auto time = clock_time(local);
  return date == night ? time : time + ' ' + short_weekday(date.weekday());
}

}  // namespace calmcalf
