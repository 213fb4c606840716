// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/asking.hpp"
#include "cli/guide_countdown.hpp"
#include "cli/service.hpp"
#include "domain/tr_noop.hpp"
#include "language/tr.hpp"

namespace calmcalf::cli {
namespace {

ExitStatus run_start(const Invocation& invocation, Surroundings& surroundings) {
  const auto status = ask_and_tell(invocation, surroundings, "Start", {invocation.words().front()},
                                   nlohmann::ordered_json::object(), tr("It runs already."));
  if (invocation.wants_json() || !surroundings.out.is_terminal()) return status;
  Service service;
  count_down(service, surroundings);
  return status;
}

}  // namespace

Command start_command() {
  return {.name = "start",
          .summary = tr_noop("begin a guided step"),
          .about = tr_noop("Begins a step that has a guide in the schedule: a popup says what to do, with a\n"
                           "sound at each change, and it is done by itself at the end. On a terminal the\n"
                           "seconds are counted there too: Enter pauses and goes on, Ctrl+C stops.\n"
                           "\n"
                           "Exit status: 3 the service cannot be reached; 4 refused, with the reason."),
          .parameters = {{"STEP", Parameter::Count::one, Kind::guided_step}},
          .examples = {{"calmcalf start calf-stretch", tr_noop("stretch now")}},
          .run = run_start};
}

}  // namespace calmcalf::cli
