// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <map>
#include <optional>
#include <vector>

#include "domain/proportion.hpp"
#include "domain/standing.hpp"

namespace calmcalf {

/// How a step went in one night, over all its occurrences.
struct StepNight {
  Night night;
  int done = 0;
  int skipped = 0;
  int missed = 0;
  int unseen = 0;
  int paused = 0;

  /// Those that were there to be done: skipped and paused ones are left out.
  [[nodiscard]] int counted() const { return done + missed + unseen; }
  [[nodiscard]] int due() const { return counted() + skipped + paused; }
};

/// A step over all its nights.
struct StepStatistics {
  /// Nights in which the strength halves where nothing is done, and comes half of the way to 1 where all is.
  static constexpr int half_life = 13;
  /// What a night leaves of the strength before it; its own share done makes up the rest.
  [[nodiscard]] static double kept_of_strength();

  std::vector<StepNight> nights;  ///< those with an end of it, in order
  // Sums over the nights. An occurrence that has not ended is in none of them.
  int due = 0;
  int done = 0;
  int skipped = 0;
  int missed = 0;
  int unseen = 0;
  int paused = 0;
  /// The latest nights in a row in which it was done each time. Nights on which it was not due, was skipped or paused
  /// neither break nor lengthen it.
  int streak = 0;
  /// 0 to 1, after each of the nights: the exponential score of Loop Habit Tracker, from 0. The nights that `streak`
  /// passes over leave it as it was.
  std::vector<double> strengths;

  [[nodiscard]] double strength() const { return strengths.empty() ? 0 : strengths.back(); }
};

/// What the diary says, in numbers.
struct CrampStatistics {
  int nights_known = 0;  ///< with a cramp, or with the word that there was none
  int nights_with = 0;
  int cramps = 0;

  void count(const NightDiary& diary);
  /// Cramps in seven nights known; none where none is known.
  [[nodiscard]] std::optional<double> per_week() const;
};

/// Nights with cramps among those with the routine done, and among all others known, those with nothing to do too. It
/// says nothing of why.
struct Comparison {
  /// Under so many nights a group: counts only.
  static constexpr int enough = 10;

  Count with;     ///< nights with the routine done
  Count without;  ///< other nights
  std::optional<Interval> with_interval;
  std::optional<Interval> without_interval;
  std::optional<Interval> difference;  ///< of `with` minus `without`, where both are enough

  /// `with` minus `without`, -1 to 1; 0 where one of them is empty.
  [[nodiscard]] double difference_in_proportion() const;
};

/// Honest numbers over a history. Design: a night has the routine done where each of its steps that counted was done
/// half of the times or more, and one at least was. A night in which something shown or snoozed has not ended is in no
/// comparison, and has no routine done.
struct Statistics {
  int nights = 0;  ///< with an end of a step, or known to the diary
  std::map<StepId, StepStatistics> steps;
  CrampStatistics cramps;
  Comparison comparison;
  std::vector<Night> routine_done;  ///< nights with the routine done, known to the diary or not, in order
};

[[nodiscard]] Statistics statistics_of(const Standing& standing);

}  // namespace calmcalf
