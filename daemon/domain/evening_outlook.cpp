// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
//
// What an evening answers when it is asked: how its steps stand, what comes next, and when time next makes a
// difference. Nothing here changes it.
#include <algorithm>
#include <utility>

#include "domain/evening.hpp"

namespace calmcalf {

namespace {

/// Days before today that the night at hand can be of: one for bedtimes after midnight, one for dates that zones skip.
constexpr int furthest_back = 2;

}  // namespace

const Step& Evening::step_of(const Slot& slot) const {
  return schedule_.routine().steps[slot.occurrence.step_index];
}

Instant Evening::window_end(const Slot& slot) const {
  const auto* progress = standing_.progress(slot.occurrence.id);
  return window_end(slot, progress == nullptr ? std::nullopt : progress->snoozed_until());
}

Instant Evening::window_end(const Slot& slot, std::optional<Instant> snoozed) const {
  const auto& id = slot.occurrence.id;
  const auto& step = step_of(slot);
  const auto* progress = standing_.progress(id);
  const auto end =
      snoozed ? schedule_.window_end(step, id.night, *snoozed, standing_.moves(id.night)) : slot.occurrence.closes;
  const auto is_of_use_late = step.rules.if_late != IfLate::drop || (progress != nullptr && progress->shows > 0);
  if (is_of_use_late || slot.screen == Slot::Screen::asked) return end;
  return std::min(end, snoozed.value_or(slot.occurrence.due) + punctual);
}

/// As it is in the plan, or of a night that is not.
Slot Evening::slot_of(const Occurrence& occurrence) const {
  if (const auto* planned = plan_.find(occurrence.id); planned != nullptr) return *planned;
  Slot slot;
  slot.occurrence = occurrence;
  return slot;
}

State Evening::state(const Occurrence& occurrence, Instant now) const {
  return state_of(slot_of(occurrence), now);
}

State Evening::state_of(const Slot& slot, Instant now) const {
  const auto* progress = standing_.progress(slot.occurrence.id);
  if (progress != nullptr && progress->has_ended()) return progress->latest()->to;
  const auto snoozed = progress == nullptr ? std::nullopt : progress->snoozed_until();
  const auto was_shown = progress != nullptr && progress->shows > 0;
  if (window_end(slot) <= now && !is_guided_now(slot.occurrence.id)) return was_shown ? State::missed : State::unseen;
  if (snoozed && now < *snoozed && !progress->shown_since_snoozed) return State::snoozed;
  return was_shown || snoozed || slot.occurrence.due <= now ? State::due : State::waiting;
}

bool Evening::is_open(const Slot& slot, Instant now) const {
  const auto state = state_of(slot, now);
  return !slot.never_ours && slot.occurrence.due <= now && (state == State::due || state == State::snoozed);
}

std::vector<Occurrence> Evening::open_elsewhere(const StepId& step, Instant now) const {
  std::vector<Occurrence> open;
  const auto tonight = at_hand(now);
  for (const auto* slot : plan_.of_step(step))
    if (slot->occurrence.id.night != tonight && is_open(*slot, now)) open.push_back(slot->occurrence);
  return open;
}

Night Evening::at_hand(Instant now) const {
  auto night = schedule_.date_of(now) - furthest_back;
  while (now >= schedule_.handover(night, standing_.moves(night))) night = night.next();
  return night;
}

Status Evening::status(Instant now) const {
  Status status;
  status.night = at_hand(now);
  status.bedtime = bedtime(status.night);
  status.paused_until = standing_.paused_until(now);
  const auto add = [&](const Occurrence& occurrence, State state) {
    StepStatus step{.id = occurrence.id, .at = occurrence.due, .state = state};
    if (const auto* progress = standing_.progress(occurrence.id); progress != nullptr) {
      step.snoozes = progress->snoozes();
      if (step.state == State::snoozed) step.snoozed_until = progress->snoozed_until();
      if (progress->has_ended()) step.at = progress->subject.due;
    }
    status.steps.push_back(std::move(step));
  };
  for (const auto& occurrence : schedule_.occurrences(status.night, standing_.moves(status.night)))
    add(occurrence, state(occurrence, now));
  for (const auto& slot : plan_.slots())
    if (slot.occurrence.id.night != status.night && is_open(slot, now)) add(slot.occurrence, state_of(slot, now));
  std::ranges::stable_sort(status.steps, {}, &StepStatus::at);
  status.next = next_reminder(now);
  return status;
}

std::optional<Occurrence> Evening::next_reminder(Instant now) const {
  std::optional<Occurrence> next;
  const auto paused_until = standing_.paused_until(now);
  const auto consider = [&](Occurrence occurrence) {
    const auto slot = slot_of(occurrence);
    const auto state = state_of(slot, now);
    if (state == State::snoozed)
      occurrence.due = *standing_.progress(occurrence.id)->snoozed_until();
    else if (state != State::waiting && !(paused_until && is_open(slot, now)))
      return;
    if (paused_until && occurrence.due < *paused_until) {  // what is still of use then comes when the pause ends
      if (window_end(slot) <= *paused_until) return;
      occurrence.due = *paused_until;
    }
    if (!next || occurrence.due < next->due) next = std::move(occurrence);
  };
  constexpr int nights_searched = 366;
  const auto first = at_hand(now) - 1;
  for (auto night = first; night <= first + nights_searched; night = night.next()) {
    // A step can be due on the day before its night's date, so the night after the first find is looked at too.
    if (next && schedule_.date_of(next->due) < night - 1) break;
    for (auto& occurrence : schedule_.occurrences(night, standing_.moves(night))) consider(std::move(occurrence));
  }
  return next;
}

std::optional<Instant> Evening::deadline_of(const Slot& slot, Instant now) const {
  const auto state = state_of(slot, now);
  const auto* progress = standing_.progress(slot.occurrence.id);
  if (slot.never_ours || is_end(state)) return std::nullopt;
  if (state == State::waiting) return slot.occurrence.due;
  if (state == State::snoozed) return std::min(*progress->snoozed_until(), window_end(slot));
  auto deadline = window_end(slot);
  const auto sooner = [&](Instant instant) {
    if (instant > now) deadline = std::min(deadline, instant);
  };
  if (slot.retry_at) sooner(*slot.retry_at);
  const auto& rules = step_of(slot).rules;
  if (progress != nullptr && progress->shows > 0 && progress->repeats < rules.repeat_at_most)
    sooner(progress->reminded_at + rules.repeat_every);
  return deadline;
}

Instant Evening::next_deadline(Instant now) const {
  auto next = std::min(schedule_.next_morning(now), schedule_.handover(at_hand(now), standing_.moves(at_hand(now))));
  const auto sooner = [&](std::optional<Instant> instant) {
    if (instant && *instant > now) next = std::min(next, *instant);
  };
  for (const auto& slot : plan_.slots()) sooner(deadline_of(slot, now));
  sooner(bedtime(at_hand(now)));
  sooner(standing_.paused_until(now));
  sooner(notice_retry_at_);
  if (guide_) sooner(guide_->next_change());
  if (relieving_) sooner(relieving_->until);
  const auto night = schedule_.night_of_cramp(now);
  sooner(schedule_.morning_check(night));
  if (popups_.contains(morning_key) || popups_.contains(doctor_key) || follow_up_)
    sooner(schedule_.beginning(night.next()));
  return next;
}

}  // namespace calmcalf
