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

const OccurrenceId& id_of(const Slot& slot) {
  return slot.occurrence.id;
}

auto find_in(auto& slots, const OccurrenceId& id) -> decltype(slots.data()) {
  const auto found = std::ranges::lower_bound(slots, id, {}, id_of);
  return found == slots.end() || id_of(*found) != id ? nullptr : &*found;
}

}  // namespace

void Plan::add(const Schedule& schedule, const Standing& standing, Night night, Instant over_before,
               const Slots& before) {
  auto occurrences = schedule.occurrences_by_id(night, standing.moves(night));
  Slots slots;
  slots.reserve(occurrences.size());
  for (auto& occurrence : occurrences) {
    const auto* old = find_in(before, occurrence.id);
    auto& slot = old == nullptr ? slots.emplace_back() : slots.emplace_back(*old);
    if (old == nullptr)
      slot.never_ours = occurrence.closes <= over_before && standing.progress(occurrence.id) == nullptr;
    slot.occurrence = std::move(occurrence);
  }
  nights_.insert_or_assign(night, std::move(slots));
}

void Plan::begin(const Schedule& schedule, const Standing& standing, Night first, Instant over_before, Instant now) {
  const auto today = schedule.date_of(now);
  first_ = std::max(first, today - nights_caught_up);
  last_ = std::max(first_, today + nights_ahead);
  nights_.clear();
  for (auto night = first_; night <= last_; night = night.next()) add(schedule, standing, night, over_before);
}

void Plan::follow(const Schedule& schedule, const Standing& standing, Instant now) {
  const auto today = schedule.date_of(now);
  const auto away_since = standing.last_recorded(now);
  if (today + nights_ahead < first_) return begin(schedule, standing, today - nights_behind, now, now);
  if (last_ < today - nights_caught_up) return begin(schedule, standing, today - nights_caught_up, away_since, now);
  for (auto& slot : slots())
    if (now < slot.occurrence.closes) slot.never_ours = false;
  for (auto night = last_.next(); night <= today + nights_ahead; night = night.next()) {
    add(schedule, standing, night, away_since);
    last_ = night;
  }
  while (first_ > today - nights_behind) {
    first_ = first_ - 1;
    add(schedule, standing, first_, now);
  }
}

void Plan::redo(const Schedule& schedule, const Standing& standing, Instant over_before) {
  for (auto night = first_; night <= last_; night = night.next())
    add(schedule, standing, night, over_before, std::exchange(nights_[night], {}));
}

void Plan::replace(const Schedule& schedule, const Standing& standing, Instant over_before) {
  redo(schedule, standing, over_before);
  for (auto& slot : slots())
    slot.never_ours = slot.occurrence.closes <= over_before && standing.progress(id_of(slot)) == nullptr;
}

void Plan::redo_night(const Schedule& schedule, const Standing& standing, Night night) {
  const auto found = nights_.find(night);
  if (found != nights_.end()) add(schedule, standing, night, Instant::min(), std::exchange(found->second, {}));
}

void Plan::forget_before(Night night) {
  night = std::min(night, last_);
  if (night <= first_) return;
  nights_.erase(nights_.begin(), nights_.lower_bound(night));
  first_ = night;
}

Slot* Plan::find(const OccurrenceId& id) {
  const auto night = nights_.find(id.night);
  return night == nights_.end() ? nullptr : find_in(night->second, id);
}

const Slot* Plan::find(const OccurrenceId& id) const {
  const auto night = nights_.find(id.night);
  return night == nights_.end() ? nullptr : find_in(night->second, id);
}

std::vector<const Slot*> Plan::of_step(const StepId& step) const {
  std::vector<const Slot*> its_own;
  for (const auto& [night, slots] : nights_) {
    auto slot = std::ranges::lower_bound(slots, OccurrenceId{night, step, 0}, {}, id_of);
    for (; slot != slots.end() && id_of(*slot).step == step; ++slot) its_own.push_back(&*slot);
  }
  return its_own;
}

}  // namespace calmcalf
