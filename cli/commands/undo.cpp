// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/asking.hpp"
#include "domain/tr_noop.hpp"
#include "language/tr.hpp"

namespace calmcalf::cli {
namespace {

ExitStatus run_undo(const Invocation& invocation, Surroundings& surroundings) {
  auto options = night_option(invocation);
  if (!invocation.words().empty()) options["step"] = invocation.words().front();
  return ask_and_tell(invocation, surroundings, "Undo", {}, std::move(options), tr("There was nothing to take back."));
}

}  // namespace

Command undo_command() {
  return {.name = "undo",
          .summary = tr_noop("take the last answer back"),
          .about = tr_noop("Takes back the last answer, of the evening or of one step: done, skipped or\n"
                           "snoozed. The step is again what it was, and reminds if it is still of use. What\n"
                           "was written into the diary last is taken back like any answer of the evening.\n"
                           "\n"
                           "Exit status: 3 the service cannot be reached; 4 refused, with the reason."),
          .parameters = {{"STEP", Parameter::Count::at_most_one, Kind::step}},
          .options = {night_row()},
          .examples = {{"calmcalf undo", tr_noop("the last answer of the evening")},
                       {"calmcalf undo water", tr_noop("the last answer to that step")}},
          .run = run_undo};
}

}  // namespace calmcalf::cli
