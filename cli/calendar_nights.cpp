// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/calendar_nights.hpp"

namespace calmcalf::cli {

ShareDone CalendarNight::share() const {
  if (counted == 0) return ShareDone::nothing_counted;
  if (done == 0) return ShareDone::none;
  if (done == counted) return ShareDone::all;
  return 2 * done < counted ? ShareDone::under_half : ShareDone::half_or_more;
}

CalendarNights calendar_nights(const Standing& standing, const Statistics& statistics) {
  CalendarNights nights;
  for (const auto& [id, step] : statistics.steps) {
    for (const auto& went : step.nights) {
      auto& night = nights[went.night];
      if (went.counted() == 0) continue;
      ++night.counted;
      if (2 * went.done >= went.counted()) ++night.done;
    }
  }
  for (const auto& [evening, progress] : standing.nights()) {
    if (!progress.diary.is_known()) continue;
    auto& night = nights[evening];
    night.known = true;
    night.cramps = static_cast<int>(progress.diary.cramps.size());
  }
  return nights;
}

}  // namespace calmcalf::cli
