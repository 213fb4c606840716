// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "app/tonight.hpp"

#include <algorithm>

#include "app/guide_wording.hpp"
#include "domain/answering.hpp"

namespace calmcalf {

namespace {

std::optional<Moment> moment_of(std::optional<Instant> at, const Zone& zone) {
  return at ? std::optional{calmcalf::moment_of(*at, zone)} : std::nullopt;
}

std::vector<Duration> snoozes_granted(const OccurrenceId& id, const Step& step, const Evening& evening, Instant now) {
  std::vector<Duration> granted;
  for (const auto length : step.rules.snooze) {
    const request::Snooze snooze{{{id.step, id.night, id.number}}, length};
    if (std::holds_alternative<Event>(consider(snooze, Source::tray, evening, now))) granted.push_back(length);
  }
  return granted;
}

Tonight::Step step_of(const StepStatus& status, const Evening& evening, Instant now) {
  const auto& schedule = evening.schedule();
  Tonight::Step told{.id = status.id,
                     .title = status.id.step.text,
                     .at = calmcalf::moment_of(status.at, schedule.zone()),
                     .state = status.state,
                     .snoozed_until = moment_of(status.snoozed_until, schedule.zone()),
                     .snoozes = status.snoozes,
                     .may_snooze = {}};
  if (const auto* step = schedule.find(status.id.step)) {
    told.title = step->title;
    told.may_snooze = snoozes_granted(status.id, *step, evening, now);
    told.has_guide = step->guide.has_value();
  }
  return told;
}

Tonight::Mood mood_of(const Tonight& tonight, Instant evening_end) {
  using Mood = Tonight::Mood;
  if (has_errors(tonight.problems)) return Mood::problem;
  if (tonight.paused_until) return Mood::paused;
  if (std::ranges::find(tonight.steps, State::due, &Tonight::Step::state) != tonight.steps.end()) return Mood::due;
  return tonight.next && tonight.next->at.at < evening_end ? Mood::waiting : Mood::resting;
}

Tonight::Guide guide_of(const GuideRun& run, const Evening& evening) {
  const auto view = run.view();
  const auto ends = run.phase_ends();
  return {.id = run.occurrence(),
          .title = evening.schedule().find(run.occurrence().step)->title,
          .doing = instruction(view),
          .phase = view.phase,
          .rounds = view.rounds,
          .left = ends ? view.phase.length : view.left,
          .phase_ends = moment_of(ends, evening.schedule().zone())};
}

}  // namespace

Tonight tonight_of(const Evening& evening, const Mistakes& problems, Instant now) {
  const auto status = evening.status(now);
  const auto& schedule = evening.schedule();
  Tonight tonight{.night = status.night,
                  .bedtime = calmcalf::moment_of(status.bedtime, schedule.zone()),
                  .paused_until = moment_of(status.paused_until, schedule.zone()),
                  .steps = {},
                  .next = {},
                  .guide = {},
                  .problems = problems};
  for (const auto& step : status.steps) tonight.steps.push_back(step_of(step, evening, now));
  if (status.next) {
    tonight.next = Tonight::Next{status.next->id, schedule.find(status.next->id.step)->title,
                                 calmcalf::moment_of(status.next->due, schedule.zone())};
  }
  if (const auto* run = evening.guide(); run != nullptr) tonight.guide = guide_of(*run, evening);
  tonight.mood = mood_of(tonight, status.bedtime + evening_after_bedtime);
  return tonight;
}

}  // namespace calmcalf
