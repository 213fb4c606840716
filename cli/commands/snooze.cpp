// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/asking.hpp"
#include "domain/tr_noop.hpp"
#include "language/tr.hpp"

namespace calmcalf::cli {
namespace {

ExitStatus run_snooze(const Invocation& invocation, Surroundings& surroundings) {
  auto options = night_option(invocation);
  const auto& words = invocation.words();
  if (words.size() > 1) options["for"] = need_duration(invocation, invocation.phrase(1)).count();
  return ask_and_tell(invocation, surroundings, "Snooze", {words.front()}, std::move(options),
                      tr("It was so already."));
}

}  // namespace

Command snooze_command() {
  return {.name = "snooze",
          .summary = tr_noop("be reminded of a step again later"),
          .about = tr_noop("Reminds of a step again after FOR, counted from now; without it after the step's\n"
                           "first snooze. It is refused past the step's number of snoozes, or where it would\n"
                           "go past the end of the evening, an hour after bedtime.\n"
                           "\n"
                           "Exit status: 3 the service cannot be reached; 4 refused, with the reason."),
          .parameters = {{"STEP", Parameter::Count::one, Kind::step},
                         {.name = "FOR", .count = Parameter::Count::at_most_one, .is_phrase = true}},
          .options = {night_row()},
          .examples = {{"calmcalf snooze calf-stretch", tr_noop("in ten minutes, or what the schedule says")},
                       {"calmcalf snooze calf-stretch 25m", tr_noop("in 25 minutes")}},
          .run = run_snooze};
}

}  // namespace calmcalf::cli
