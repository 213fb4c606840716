// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <cstddef>
#include <optional>
#include <string_view>

#include "domain/instant.hpp"
#include "domain/routine.hpp"

namespace calmcalf {

/// A step in a night, the number-th of that night. This is its identity: it holds through edits of the schedule,
/// changes of the clock and of the zone.
struct OccurrenceId {
  Night night;
  StepId step;
  int number = 1;  ///< from 1

  friend auto operator<=>(const OccurrenceId&, const OccurrenceId&) = default;
};

/// A step as planned: reminded of at `due`, of no more use from `closes` on.
struct Occurrence {
  OccurrenceId id;
  std::size_t step_index = 0;  ///< in Routine::steps
  Instant due;
  Instant closes;
};

/// How an occurrence stands. The last five are ends; it has exactly one.
enum class State { waiting, due, snoozed, done, skipped, missed, unseen, paused };

[[nodiscard]] constexpr bool is_end(State state) {
  return state >= State::done;
}
[[nodiscard]] std::string_view name_of(State state);
[[nodiscard]] std::optional<State> state_named(std::string_view name);

}  // namespace calmcalf
