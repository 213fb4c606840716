// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/asking.hpp"
#include "domain/tr_noop.hpp"
#include "language/tr.hpp"

namespace calmcalf::cli {
namespace {

ExitStatus run_done(const Invocation& invocation, Surroundings& surroundings) {
  return ask_and_tell(invocation, surroundings, "Done", {invocation.words()}, night_option(invocation),
                      tr("That was said before."));
}

}  // namespace

Command done_command() {
  return {.name = "done",
          .summary = tr_noop("say that steps are done"),
          .about = tr_noop("Says that one or more steps are done. It can be said early, and the step does not\n"
                           "remind; or late: a missed step is still done. All are answered, or none with the\n"
                           "reason. STEP is the step's id, as `calmcalf status` names it.\n"
                           "\n"
                           "Exit status: 3 the service cannot be reached; 4 refused, with the reason."),
          .parameters = {{"STEP", Parameter::Count::at_least_one, Kind::step}},
          .options = {night_row()},
          .examples = {{"calmcalf done water", tr_noop("the glass is empty")},
                       {"calmcalf done calf-stretch hamstring-stretch", tr_noop("both at once")},
                       {"calmcalf done water --night 2026-11-22", tr_noop("it was done the evening before")}},
          .run = run_done};
}

}  // namespace calmcalf::cli
