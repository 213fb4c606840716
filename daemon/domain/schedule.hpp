// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "domain/occurrence.hpp"
#include "domain/routine.hpp"
#include "domain/zone.hpp"

namespace calmcalf {

/// Tonight is later: from `at` on, bedtime and whatever is still to come before it move by `by`.
struct BedtimeMove {
  Instant at;
  Duration by;
};

/// How long after bedtime an evening still takes answers, and steps stay useful.
inline constexpr Duration evening_after_bedtime = std::chrono::hours{1};

/// What is due when: a routine laid over a zone's clock. A pure calculation; the same question gets the same answer.
class Schedule {
 public:
  Schedule(std::shared_ptr<const Routine> routine, std::shared_ptr<const Zone> zone);

  [[nodiscard]] const Routine& routine() const { return *routine_; }
  [[nodiscard]] const std::shared_ptr<const Routine>& shared_routine() const { return routine_; }
  [[nodiscard]] const Zone& zone() const { return *zone_; }

  /// The routine's step of that id; null where it has none. Does not look at all steps.
  [[nodiscard]] const Step* find(const StepId& id) const;

  /// Whether nothing is due in this night: a rest day, or a date that a zone left out, as Apia did 2011-12-30. It has a
  /// bedtime all the same: the one of its weekday.
  [[nodiscard]] bool is_rest_day(Night night) const;

  [[nodiscard]] Instant bedtime(Night night, std::span<const BedtimeMove> moves = {}) const;

  /// When a night begins: six hours before its bedtime.
  [[nodiscard]] Instant beginning(Night night) const;

  /// One hour after bedtime: steps before bed close by then, and no snooze goes past it.
  [[nodiscard]] Instant evening_end(Night night, std::span<const BedtimeMove> moves = {}) const;

  /// Everything due in `night`, in order of the steps, then of the numbers.
  [[nodiscard]] std::vector<Occurrence> occurrences(Night night, std::span<const BedtimeMove> moves = {}) const;

  /// The same in order of the ids.
  [[nodiscard]] std::vector<Occurrence> occurrences_by_id(Night night, std::span<const BedtimeMove> moves = {}) const;

  /// Of them, those of one step.
  [[nodiscard]] std::vector<Occurrence> occurrences_of(const StepId& step, Night night,
                                                       std::span<const BedtimeMove> moves = {}) const;

  /// The end of a window that opens anew at `from`, as after a snooze.
  [[nodiscard]] Instant window_end(const Step& step, Night night, Instant from,
                                   std::span<const BedtimeMove> moves = {}) const;

  /// When the evening of `night` stops being the one at hand: an hour after its bedtime, or 04:00 where that is later.
  [[nodiscard]] Instant handover(Night night, std::span<const BedtimeMove> moves = {}) const;

  /// The night that a cramp or a morning check at `instant` belongs to: it begins six hours before its bedtime.
  [[nodiscard]] Night night_of_cramp(Instant instant) const;

  /// When to ask how `night` was: the check's time after its bedtime; none where the diary asks nothing.
  [[nodiscard]] std::optional<Instant> morning_check(Night night) const;

  /// 04:00 next on the clock: when a pause ends that names no end.
  [[nodiscard]] Instant next_morning(Instant from) const;

  /// The date on the wall.
  [[nodiscard]] Night date_of(Instant instant) const;

 private:
  /// What the steps of a night have in common.
  struct NightFrame;
  [[nodiscard]] NightFrame frame_of(Night night, std::span<const BedtimeMove> moves) const;
  [[nodiscard]] std::optional<std::size_t> index_of(const StepId& id) const;
  void add_occurrences(std::size_t step_index, const NightFrame& frame, std::vector<Occurrence>& to) const;

  [[nodiscard]] Instant on_clock(Night night, TimeOfDay time, TimeOfDay day_begins) const;
  [[nodiscard]] const BedtimeException* exception_of(Night night) const;
  [[nodiscard]] TimeOfDay bedtime_on_clock(Night night) const;

  std::shared_ptr<const Routine> routine_;
  std::shared_ptr<const Zone> zone_;
  std::vector<std::size_t> steps_by_id_;  ///< all steps' places in the routine, in order of the ids
};

}  // namespace calmcalf
