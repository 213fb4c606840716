// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <map>

#include "domain/statistics.hpp"

namespace calmcalf::cli {

/// How much of a night's routine was done.
enum class ShareDone { nothing_counted, none, under_half, half_or_more, all };

/// A night as a calendar shows it. A step is done in it where it was done half of the times or more: where all are, it
/// is a night with the routine done.
struct CalendarNight {
  int done = 0;     ///< steps
  int counted = 0;  ///< steps that were neither skipped nor paused each time
  int cramps = 0;
  bool known = false;  ///< to the diary

  [[nodiscard]] ShareDone share() const;
};

using CalendarNights = std::map<Night, CalendarNight>;

/// Every night with an end of a step, or known to the diary. `statistics` is that of `standing`.
[[nodiscard]] CalendarNights calendar_nights(const Standing& standing, const Statistics& statistics);

}  // namespace calmcalf::cli
