// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <memory>
#include <string>
#include <utility>

#include "domain/iso8601.hpp"
#include "domain/occurrence.hpp"
#include "domain/routine.hpp"

namespace calmcalf {

/// Routines, nights and instants as tests write them. All instants are in UTC.

inline Instant at(std::string_view local) {
  return Instant{parse_local_time(local).value().time_since_epoch()};
}
inline Night night(std::string_view date) {
  return parse_night(date).value();
}
inline TimeOfDay clock(std::string_view time) {
  return parse_time_of_day(time).value();
}

inline Step step(std::string id, When when) {
  Step step;
  step.title = "Title of " + id;
  step.text = "Text of " + id + '.';
  step.id = {std::move(id)};
  step.when = when;
  return step;
}

/// Bed at 22:30, water at 20:30, calf-stretch at 22:15.
inline Routine plain_routine() {
  Routine routine;
  routine.bedtime.usual = clock("22:30");
  routine.steps = {step("water", BeforeBed{std::chrono::hours{2}}),
                   step("calf-stretch", BeforeBed{std::chrono::minutes{15}})};
  return routine;
}

inline std::shared_ptr<const Routine> shared(Routine routine) {
  return std::make_shared<const Routine>(std::move(routine));
}

}  // namespace calmcalf
