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
constexpr std::size_t short_weekday = 3;

std::string_view weekday_of(Night night) {
  return weekdays.at(night.weekday().c_encoding());
}

}  // namespace

std::string date_in_words(Night night) {
  const auto date = night.date();
  std::string text{weekday_of(night)};
  text += ", " + std::to_string(static_cast<unsigned>(date.day())) + ' ';
  text += months.at(static_cast<unsigned>(date.month()) - 1);
  return text + ' ' + std::to_string(static_cast<int>(date.year()));
}

std::string time_in_night(Instant instant, Duration offset, Night night) {
  const LocalTime local{instant.time_since_epoch() + offset};
  const Night date{std::chrono::floor<std::chrono::days>(local)};
  const auto time = to_text(time_of_day(local));
  return date == night ? time : time + ' ' + std::string{weekday_of(date).substr(0, short_weekday)};
}

}  // namespace calmcalf::cli
