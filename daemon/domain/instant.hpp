// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <chrono>
#include <compare>

namespace calmcalf {

/// A point on the time line, in whole seconds since 1970 UTC. Everything stored, planned and printed is one of these;
/// finer parts of a second stay inside the clock, so what is written out reads back as the same value.
using Instant = std::chrono::sys_seconds;

/// What a clock on the wall shows, without saying where: it needs a Zone to become an Instant.
using LocalTime = std::chrono::local_seconds;

using Duration = std::chrono::seconds;

/// A time on a day's clock face, 00:00:00 to 23:59:59.
struct TimeOfDay {
  Duration since_midnight{0};

  friend auto operator<=>(const TimeOfDay&, const TimeOfDay&) = default;
};

/// The night of a date is the one that its evening begins: 03:10 on the 24th is in the night of the 23rd.
struct Night {
  std::chrono::local_days evening{};

  [[nodiscard]] Night next() const { return *this + 1; }
  [[nodiscard]] std::chrono::year_month_day date() const { return std::chrono::year_month_day{evening}; }
  [[nodiscard]] std::chrono::weekday weekday() const { return std::chrono::weekday{evening}; }

  friend Night operator+(Night night, int nights) { return {night.evening + std::chrono::days{nights}}; }
  friend Night operator-(Night night, int nights) { return night + -nights; }
  friend int operator-(Night later, Night earlier) {
    return static_cast<int>((later.evening - earlier.evening).count());
  }
  friend auto operator<=>(const Night&, const Night&) = default;
};

}  // namespace calmcalf
