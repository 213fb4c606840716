// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/asking.hpp"
#include "cli/cramp_options.hpp"
#include "domain/tr_noop.hpp"
#include "language/tr.hpp"

namespace calmcalf::cli {
namespace {

ExitStatus run_remove_cramp(const Invocation& invocation, Surroundings& surroundings) {
  auto options = night_option(invocation);
  read_cramp_number(invocation, options);
  return ask_and_tell(invocation, surroundings, "RemoveCramp", {}, std::move(options), tr("That was said before."));
}

}  // namespace

Command remove_cramp_command() {
  return {
      .name = "remove-cramp",
      .summary = tr_noop("take a cramp out of the diary: it was none"),
      .about = tr_noop("Takes out a cramp that was written down by mistake. A night without another one\n"
                       "is unknown then; \"calmcalf no-cramp\" says that there was none. \"calmcalf diary\"\n"
                       "shows the cramps with their numbers, and \"calmcalf undo\" brings it back.\n"
                       "\n"
                       "Exit status: 3 the service cannot be reached; 4 refused, with the reason."),
      .options = {{"--night", "DATE", tr_noop("a cramp of that night (default: the last one)"), Kind::past_night},
                  cramp_number_row()},
      .examples = {{"calmcalf remove-cramp", tr_noop("the last cramp of the last night")},
                   {"calmcalf remove-cramp --night 2026-11-23 --number 2", tr_noop("the second one of that night")}},
      .run = run_remove_cramp};
}

}  // namespace calmcalf::cli
