// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "domain/diary.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace calmcalf {
namespace {

// Each in the order of its enumeration.
constexpr std::array<std::string_view, 3> side_names{"left", "right", "both"};
constexpr std::array<std::string_view, 5> muscle_names{"calf", "hamstring", "quadriceps", "foot", "other"};
constexpr std::array<std::string_view, 6> trigger_names{"exercise", "sitting",   "standing",
                                                        "sweating", "diarrhoea", "alcohol"};
constexpr std::array<std::string_view, 7> relief_names{"stretch", "massage",    "walk", "warmth",
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

std::string_view name_of(CrampSide side) {
  return side_names.at(static_cast<std::size_t>(side));
}
std::string_view name_of(Muscle muscle) {
  return muscle_names.at(static_cast<std::size_t>(muscle));
}
std::string_view name_of(Trigger trigger) {
  return trigger_names.at(static_cast<std::size_t>(trigger));
}
std::string_view name_of(Relief relief) {
  return relief_names.at(static_cast<std::size_t>(relief));
}

std::optional<CrampSide> cramp_side_named(std::string_view name) {
  return value_named<CrampSide>(side_names, name);
}
std::optional<Muscle> muscle_named(std::string_view name) {
  return value_named<Muscle>(muscle_names, name);
}
std::optional<Trigger> trigger_named(std::string_view name) {
  return value_named<Trigger>(trigger_names, name);
}
std::optional<Relief> relief_named(std::string_view name) {
  return value_named<Relief>(relief_names, name);
}

}  // namespace calmcalf
