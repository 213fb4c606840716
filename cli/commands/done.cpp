// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/asking.hpp"

namespace calmcalf::cli {
namespace {

ExitStatus run_done(const Invocation& invocation, Surroundings& surroundings) {
  return ask_and_tell(invocation, surroundings, "Done", {invocation.words()}, night_option(invocation),
                      "That was said before.");
}

}  // namespace

Command done_command() {
  return {.name = "done",
          .summary = "say that steps are done",
          .about =
              "Says that one or more steps are done. It can be said early, and the step does not\n"
              "remind; or late: a missed step is still done. All are answered, or none with the\n"
              "reason. STEP is the step's id, as `calmcalf status` names it.\n"
              "\n"
              "Exit status: 3 the service cannot be reached; 4 refused, with the reason.",
          .parameters = {{"STEP", Parameter::Count::at_least_one, Kind::step}},
          .options = {night_row()},
          .examples = {{"calmcalf done water", "the glass is empty"},
                       {"calmcalf done calf-stretch hamstring-stretch", "both at once"},
                       {"calmcalf done water --night 2026-11-22", "it was done the evening before"}},
          .run = run_done};
}

}  // namespace calmcalf::cli
