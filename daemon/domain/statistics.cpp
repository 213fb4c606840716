// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "domain/statistics.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace calmcalf {
namespace {

/// The steps of one night, as far as they have ended.
struct NightOfSteps {
  struct Part {
    const StepId* step = nullptr;
    StepNight went;
  };

  Night night;
  std::vector<Part> parts;  ///< in the order of the steps' ids
  bool is_open = false;     ///< something waits for an answer
};

void count(State end, StepNight& night) {
  if (end == State::done) ++night.done;
  if (end == State::skipped) ++night.skipped;
  if (end == State::missed) ++night.missed;
  if (end == State::unseen) ++night.unseen;
  if (end == State::paused) ++night.paused;
}

/// In order. An occurrence that was neither shown nor answered, but for an answer taken back, is as if it were not
/// there.
std::vector<NightOfSteps> nights_of_steps(const Standing& standing) {
  std::vector<NightOfSteps> nights;
  for (const auto& [id, progress] : standing.occurrences()) {
    if (progress.turns.empty() && progress.shows == 0) continue;
    if (nights.empty() || nights.back().night != id.night) nights.emplace_back().night = id.night;
    auto& [night, parts, is_open] = nights.back();
    if (!progress.has_ended()) {
      is_open = true;
      continue;
    }
    if (parts.empty() || *parts.back().step != id.step) parts.push_back({&id.step, {.night = id.night}});
    count(progress.latest()->to, parts.back().went);
  }
  return nights;
}

bool is_routine_done(const NightOfSteps& night) {
  const auto counts = [](const NightOfSteps::Part& part) { return part.went.counted() > 0; };
  const auto is_done = [&](const NightOfSteps::Part& part) {
    return !counts(part) || 2 * part.went.done >= part.went.counted();
  };
  return !night.is_open && std::ranges::any_of(night.parts, counts) && std::ranges::all_of(night.parts, is_done);
}

void add(const StepNight& night, StepStatistics& step) {
  step.due += night.due();
  step.done += night.done;
  step.skipped += night.skipped;
  step.missed += night.missed;
  step.unseen += night.unseen;
  step.paused += night.paused;
  auto strength = step.strength();
  if (const auto counted = night.counted(); counted > 0) {
    step.streak = night.done == counted ? step.streak + 1 : 0;
    const auto kept = StepStatistics::kept_of_strength();
    strength = strength * kept + static_cast<double>(night.done) / counted * (1 - kept);
  }
  step.nights.push_back(night);
  step.strengths.push_back(strength);
}

CrampStatistics cramps_of(const Standing& standing) {
  CrampStatistics cramps;
  for (const auto& [night, progress] : standing.nights()) cramps.count(progress.diary);
  return cramps;
}

std::optional<Interval> interval_of(Count count) {
  return count.n < Comparison::enough ? std::nullopt : std::optional{wilson(count)};
}

/// `open` and `routine_done` are in order.
Comparison comparison_of(const Standing& standing, const std::vector<Night>& open,
                         const std::vector<Night>& routine_done) {
  Comparison comparison;
  for (const auto& [night, progress] : standing.nights()) {
    if (!progress.diary.is_known() || std::ranges::binary_search(open, night)) continue;
    auto& group = std::ranges::binary_search(routine_done, night) ? comparison.with : comparison.without;
    ++group.n;
    group.k += progress.diary.has_cramps() ? 1 : 0;
  }
  comparison.with_interval = interval_of(comparison.with);
  comparison.without_interval = interval_of(comparison.without);
  if (comparison.with_interval && comparison.without_interval)
    comparison.difference = newcombe(comparison.with, comparison.without);
  return comparison;
}

}  // namespace

void CrampStatistics::count(const NightDiary& diary) {
  if (!diary.is_known()) return;
  ++nights_known;
  if (diary.has_cramps()) ++nights_with;
  cramps += static_cast<int>(diary.cramps.size());
}

std::optional<double> CrampStatistics::per_week() const {
  constexpr double week = 7;
  return nights_known == 0 ? std::nullopt : std::optional{cramps * week / nights_known};
}

double StepStatistics::kept_of_strength() {
  return std::exp2(-1.0 / half_life);
}

double Comparison::difference_in_proportion() const {
  return with.n == 0 || without.n == 0 ? 0 : with.proportion() - without.proportion();
}

Statistics statistics_of(const Standing& standing) {
  Statistics statistics;
  std::vector<Night> open;
  std::vector<Night> counted;
  for (const auto& night : nights_of_steps(standing)) {
    for (const auto& part : night.parts) add(part.went, statistics.steps[*part.step]);
    if (!night.parts.empty()) counted.push_back(night.night);
    if (night.is_open) open.push_back(night.night);
    if (is_routine_done(night)) statistics.routine_done.push_back(night.night);
  }
  statistics.cramps = cramps_of(standing);
  statistics.comparison = comparison_of(standing, open, statistics.routine_done);
  const auto is_new = [&](const auto& night) {
    return night.second.diary.is_known() && !std::ranges::binary_search(counted, night.first);
  };
  statistics.nights =
      static_cast<int>(counted.size()) + static_cast<int>(std::ranges::count_if(standing.nights(), is_new));
  return statistics;
}

}  // namespace calmcalf
