// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "app/hooks.hpp"

#include <utility>

#include "app/telling.hpp"

namespace calmcalf {

EventHooks::EventHooks(CurrentSchedule schedule, CommandRunner& runner)
    : schedule_{std::move(schedule)}, runner_{runner} {}

void EventHooks::take(const Happening& happening) {
  switch (happening.kind) {
    case Happening::Kind::shown:
      return take_of_step("due", happening);
    case Happening::Kind::summary:
      for (const auto& id : happening.several)
        take({.at = happening.at, .kind = Happening::Kind::shown, .night = id.night, .occurrence = id});
      return;
    case Happening::Kind::done:
      return take_of_step("done", happening);
    case Happening::Kind::missed:
      return take_of_step("missed", happening);
    case Happening::Kind::cramp:
      return run("cramp", to_json_line(happening, schedule_().zone()));
    default:
      return;
  }
}

void EventHooks::bedtime(Night night, Instant at) {
  run("bedtime", to_json_line(at, schedule_().zone(), "bedtime", night));
}

void EventHooks::take_of_step(std::string_view hook, const Happening& happening) {
  const auto& schedule = schedule_();
  // An answer may be for an earlier night, and for a step that the schedule no longer has.
  const auto* step = schedule.find(happening.occurrence->step);
  run(hook,
      step == nullptr ? to_json_line(happening, schedule.zone()) : to_json_line(happening, schedule.zone(), *step));
}

void EventHooks::run(std::string_view hook, const std::string& json) {
  const auto& hooks = schedule_().routine().hooks;
  if (const auto found = hooks.find(hook); found != hooks.end())
    runner_.run({.name = "hook " + std::string{hook}, .words = found->second, .input = json + '\n'});
}

}  // namespace calmcalf
