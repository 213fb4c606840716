// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <string_view>

#include "domain/instant.hpp"

namespace calmcalf::cli {

/// "Monday, 23 November 2026".
[[nodiscard]] std::string date_in_words(Night night);

/// "23 November 2026".
[[nodiscard]] std::string day_in_words(Night night);

/// "November 2026".
[[nodiscard]] std::string month_in_words(std::chrono::year_month month);

/// "Nov".
[[nodiscard]] std::string_view short_month(std::chrono::month month);

/// "M", "T", ...: 0 is Monday.
[[nodiscard]] std::string_view weekday_letter(int days_since_monday);

/// "22:30"; where that is not on the night's own date, with the day: "00:15 Tue". `offset` is local time minus UTC.
[[nodiscard]] std::string time_in_night(Instant instant, Duration offset, Night night);

}  // namespace calmcalf::cli
