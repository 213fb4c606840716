// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "domain/diary.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace calmcalf {
namespace {

// Each in the order of its enumeration.
constexpr std::array<std::string_view, 3> all_sides{"left", "right", "both"};
constexpr std::array<std::string_view, 5> all_muscles{"calf", "hamstring", "quadriceps", "foot", "other"};
constexpr std::array<std::string_view, 6> all_triggers{"exercise", "sitting",   "standing",
                                                       "sweating", "diarrhoea", "alcohol"};
constexpr std::array<std::string_view, 7> all_reliefs{"stretch", "massage",    "walk", "warmth",
                                                      "raise",   "painkiller", "other"};

template <typename Value, std::size_t count>
std::optional<Value> value_named(const std::array<std::string_view, count>& names, std::string_view name) {
  const auto found = std::ranges::find(names, name);
  if (found == names.end()) return std::nullopt;
  return static_cast<Value>(found - names.begin());
}

}  // namespace

bool Cramp::says_more_than_when() const {
  Cramp bare;
  bare.at = at;
  bare.at_offset = at_offset;
  return *this != bare;
}

Cramp CrampChange::applied_to(Cramp cramp) const {
  if (at) cramp.at = at;
  if (side) cramp.side = side;
  if (muscle) cramp.muscle = muscle;
  if (severity) cramp.severity = severity;
  if (minutes) cramp.minutes = minutes;
  if (woke) cramp.woke = *woke;
  if (triggers) cramp.triggers = *triggers;
  if (relief) cramp.relief = *relief;
  if (note) cramp.note = *note;
  return cramp;
}

DiaryCramp* NightDiary::find(const CrampId& id) {
  const auto found = std::ranges::find(cramps, id, &DiaryCramp::id);
  return found == cramps.end() ? nullptr : &*found;
}

void NightDiary::add(Cramp cramp, Instant recorded) {
  int place = 1;
  for (const auto& [id, known] : cramps)
    if (id.recorded == recorded) place = std::max(place, id.place + 1);
  cramps.push_back({{recorded, place}, std::move(cramp)});
  no_cramp = false;
}

std::span<const std::string_view> cramp_side_names() {
  return all_sides;
}
std::span<const std::string_view> muscle_names() {
  return all_muscles;
}
std::span<const std::string_view> trigger_names() {
  return all_triggers;
}
std::span<const std::string_view> relief_names() {
  return all_reliefs;
}

std::string_view name_of(CrampSide side) {
  return all_sides.at(static_cast<std::size_t>(side));
}
std::string_view name_of(Muscle muscle) {
  return all_muscles.at(static_cast<std::size_t>(muscle));
}
std::string_view name_of(Trigger trigger) {
  return all_triggers.at(static_cast<std::size_t>(trigger));
}
std::string_view name_of(Relief relief) {
  return all_reliefs.at(static_cast<std::size_t>(relief));
}

std::optional<CrampSide> cramp_side_named(std::string_view name) {
  return value_named<CrampSide>(all_sides, name);
}
std::optional<Muscle> muscle_named(std::string_view name) {
  return value_named<Muscle>(all_muscles, name);
}
std::optional<Trigger> trigger_named(std::string_view name) {
  return value_named<Trigger>(all_triggers, name);
}
std::optional<Relief> relief_named(std::string_view name) {
  return value_named<Relief>(all_reliefs, name);
}

}  // namespace calmcalf
