// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT

#pragma once
#include <bitset>
#include <cstddef>
#include <vector>

#include "domain/instant.hpp"
#include "domain/routine.hpp"

namespace calmcalf::interchange {

/// Nights of some weekdays, on which a step's number-th occurrence is usually due at the same time on the clock.
struct UsualTime {
  std::size_t step_index = 0;  ///< in Routine::steps
  int number = 1;
  std::chrono::days after{0};  ///< from the night's date to that of `time`: 1 is after midnight
  TimeOfDay time;
  std::bitset<7> weekdays;  ///< of the nights, by std::chrono::weekday::c_encoding()

  [[nodiscard]] LocalTime on(Night night) const { return night.evening + after + time.since_midnight; }
};

/// When everything is due but for exceptions, rest days and changes of the clock, whatever the day of the month. In the
/// order of the steps, the numbers, and the weekdays from Monday.
[[nodiscard]] std::vector<UsualTime> usual_times(const Routine& routine);

/// From Monday.
[[nodiscard]] std::vector<std::chrono::weekday> listed(std::bitset<7> weekdays);

}  // namespace calmcalf::interchange
