// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/english_dates.hpp"

#include <array>

#include "domain/iso8601.hpp"

namespace calmcalf::cli {
namespace {

constexpr std::array<std::string_view, 7> weekdays{"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                   "Thursday", "Friday", "Saturday"};
constexpr std::array<std::string_view, 12> months{"January",   "February", "March",    "April",
                                                  "May",       "June",     "July",     "August",
                                                  "September", "October",  "November", "December"};
constexpr std::size_t short_name = 3;

std::string_view weekday_of(Night night) {
  return weekdays.at(night.weekday().c_encoding());
}

std::string_view full_name(std::chrono::month month) {
  return months.at(static_cast<unsigned>(month) - 1);
}

}  // namespace

std::string date_in_words(Night night) {
  return std::string{weekday_of(night)} + ", " + day_in_words(night);
}

std::string day_in_words(Night night) {
  const auto date = night.date();
  return std::to_string(static_cast<unsigned>(date.day())) + ' ' + month_in_words(date.year() / date.month());
}

std::string month_in_words(std::chrono::year_month month) {
  return std::string{full_name(month.month())} + ' ' + std::to_string(static_cast<int>(month.year()));
}

std::string_view short_month(std::chrono::month month) {
  return full_name(month).substr(0, short_name);
}

std::string_view weekday_letter(int days_since_monday) {
  return weekdays.at((static_cast<std::size_t>(days_since_monday) + 1) % weekdays.size()).substr(0, 1);
}

std::string time_in_night(Instant instant, Duration offset, Night night) {
  const LocalTime local{instant.time_since_epoch() + offset};
  const Night date{std::chrono::floor<std::chrono::days>(local)};
  const auto time = to_text(time_of_day(local));
  return date == night ? time : time + ' ' + std::string{weekday_of(date).substr(0, short_name)};
}

}  // namespace calmcalf::cli
