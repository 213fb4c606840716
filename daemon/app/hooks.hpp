// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <functional>
#include <string>
#include <string_view>

#include "domain/happening.hpp"
#include "domain/schedule.hpp"
#include "ports/command_runner.hpp"

namespace calmcalf {

/// Runs the user's own commands on what happens: "due" when a step is shown for the first time, "done", "missed",
/// "cramp" and "bedtime". Each is given the event as one line of JSON.
class EventHooks {
 public:
  /// The schedule in force: asked anew each time, for it may be replaced.
  using CurrentSchedule = std::function<const Schedule&()>;

  EventHooks(CurrentSchedule schedule, CommandRunner& runner);

  /// Whatever has no hook is ignored. Several steps that are shown as one summary are one run each.
  void take(const Happening& happening);

  /// It is the bedtime of `night`.
  void bedtime(Night night, Instant at);

 private:
  void take_of_step(std::string_view hook, const Happening& happening);
  void run(std::string_view hook, const std::string& json);

  CurrentSchedule schedule_;
  CommandRunner& runner_;
};

}  // namespace calmcalf
