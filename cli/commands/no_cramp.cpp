// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/asking.hpp"
#include "domain/tr_noop.hpp"
#include "language/tr.hpp"

namespace calmcalf::cli {
namespace {

ExitStatus run_no_cramp(const Invocation& invocation, Surroundings& surroundings) {
  return ask_and_tell(invocation, surroundings, "NoCramp", {}, night_option(invocation), tr("That was said before."));
}

}  // namespace

Command no_cramp_command() {
  return {.name = "no-cramp",
          .summary = tr_noop("write into the diary that a night had no cramp"),
          .about = tr_noop("A night that nothing is known of is not one without a cramp, so it is worth\n"
                           "saying. It is refused for a night with a cramp in the diary.\n"
                           "\n"
                           "Exit status: 3 the service cannot be reached; 4 refused, with the reason."),
          .options = {{"--night", "DATE", tr_noop("that night (default: the last one)"), Kind::past_night}},
          .examples = {{"calmcalf no-cramp", tr_noop("the night was quiet")},
                       {"calmcalf no-cramp --night 2026-11-20", tr_noop("so was that one")}},
          .run = run_no_cramp};
}

}  // namespace calmcalf::cli
