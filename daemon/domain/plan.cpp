// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "domain/plan.hpp"

#include <algorithm>
#include <utility>

namespace calmcalf {

namespace {

/// A step can be due on the day before its night's date.
constexpr int nights_ahead = 1;

/// How many nights of absence are caught up with, at the most.
constexpr int nights_caught_up = 366;

}  // namespace

void Plan::add(const Schedule& schedule, const Standing& standing, Night night, Instant over_before,
               const Slots& before) {
  for (auto& occurrence : schedule.occurrences(night, standing.moves(night))) {
    const auto old = before.find(occurrence.id);
    Slot slot = old == before.end() ? Slot{} : old->second;
    if (old == before.end())
      slot.never_ours = occurrence.closes <= over_before && standing.progress(occurrence.id) == nullptr;
    auto id = occurrence.id;
    slot.occurrence = std::move(occurrence);
    slots_.insert_or_assign(std::move(id), std::move(slot));
  }
}

void Plan::begin(const Schedule& schedule, const Standing& standing, Night first, Instant over_before, Instant now) {
  const auto today = schedule.date_of(now);
  first_ = std::max(first, today - nights_caught_up);
  last_ = std::max(first_, today + nights_ahead);
  slots_.clear();
  for (auto night = first_; night <= last_; night = night.next()) add(schedule, standing, night, over_before, {});
}

void Plan::follow(const Schedule& schedule, const Standing& standing, Instant now) {
  const auto today = schedule.date_of(now);
  const auto away_since = standing.last_recorded(now);
  if (today + nights_ahead < first_) return begin(schedule, standing, today - nights_behind, now, now);
  if (last_ < today - nights_caught_up) return begin(schedule, standing, today - nights_caught_up, away_since, now);
  for (auto& [id, slot] : slots_)
    if (now < slot.occurrence.closes) slot.never_ours = false;
  for (auto night = last_.next(); night <= today + nights_ahead; night = night.next()) {
    add(schedule, standing, night, away_since, {});
    last_ = night;
  }
  while (first_ > today - nights_behind) {
    first_ = first_ - 1;
    add(schedule, standing, first_, now, {});
  }
}

void Plan::redo(const Schedule& schedule, const Standing& standing, Instant over_before) {
  const auto before = std::exchange(slots_, {});
  for (auto night = first_; night <= last_; night = night.next()) add(schedule, standing, night, over_before, before);
}

void Plan::replace(const Schedule& schedule, const Standing& standing, Instant over_before) {
  redo(schedule, standing, over_before);
  for (auto& [id, slot] : slots_)
    slot.never_ours = slot.occurrence.closes <= over_before && standing.progress(id) == nullptr;
}

void Plan::redo_night(const Schedule& schedule, const Standing& standing, Night night) {
  Slots before;
  std::erase_if(slots_, [&](const auto& slot) {
    if (slot.first.night != night) return false;
    before.insert(slot);
    return true;
  });
  add(schedule, standing, night, Instant::min(), before);
}

void Plan::forget_before(Night night) {
  night = std::min(night, last_);
  if (night <= first_) return;
  std::erase_if(slots_, [&](const auto& slot) { return slot.first.night < night; });
  first_ = night;
}

Slot* Plan::find(const OccurrenceId& id) {
  const auto found = slots_.find(id);
  return found == slots_.end() ? nullptr : &found->second;
}

const Slot* Plan::find(const OccurrenceId& id) const {
  const auto found = slots_.find(id);
  return found == slots_.end() ? nullptr : &found->second;
}

std::vector<const Slot*> Plan::of_step(const StepId& step) const {
  std::vector<const Slot*> its_own;
  for (auto night = first_; night <= last_; night = night.next())
    for (auto slot = slots_.lower_bound({night, step, 0});
         slot != slots_.end() && slot->first.night == night && slot->first.step == step; ++slot)
      its_own.push_back(&slot->second);
  return its_own;
}

}  // namespace calmcalf
