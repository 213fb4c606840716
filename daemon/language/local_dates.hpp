// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <chrono>
#include <string>

#include "domain/instant.hpp"

namespace calmcalf {

/// Days and times as people write them where the user lives: names by LC_TIME, the order by our translations. The
/// examples are those of no locale at all.

/// "Monday, 23 November 2026".
[[nodiscard]] std::string date_in_words(Night night);

/// "23 November 2026".
[[nodiscard]] std::string day_in_words(Night night);

/// "November 2026".
[[nodiscard]] std::string month_in_words(std::chrono::year_month month);

/// "Nov".
[[nodiscard]] std::string short_month(std::chrono::month month);

/// "Monday".
[[nodiscard]] std::string weekday_in_words(std::chrono::weekday day);

/// "Mon".
[[nodiscard]] std::string short_weekday(std::chrono::weekday day);

/// "M".
[[nodiscard]] std::string weekday_letter(std::chrono::weekday day);

/// The day a week begins with: Monday (ISO 8601) where the locale does not say.
[[nodiscard]] std::chrono::weekday first_weekday();

/// How many days into its week a night is, from 0.
[[nodiscard]] int place_in_week(Night night);

/// "22:30"; "10:30 PM" where a day has twice twelve hours. With seconds where they are not zero.
[[nodiscard]] std::string clock_time(LocalTime time);

/// "22:30"; where that is not on the night's own date, with the day: "00:15 Tue". `offset` is local time minus UTC.
[[nodiscard]] std::string time_in_night(Instant instant, Duration offset, Night night);

}  // namespace calmcalf
