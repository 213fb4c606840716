// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/asking.hpp"
#include "domain/tr_noop.hpp"
#include "language/tr.hpp"

namespace calmcalf::cli {
namespace {

ExitStatus run_skip(const Invocation& invocation, Surroundings& surroundings) {
  return ask_and_tell(invocation, surroundings, "Skip", {invocation.words()}, night_option(invocation),
                      tr("That was said before."));
}

}  // namespace

Command skip_command() {
  return {.name = "skip",
          .summary = tr_noop("say that steps are left out tonight"),
          .about = tr_noop("Says that one or more steps are left out on purpose: they remind no more tonight,\n"
                           "and count as neither done nor missed. All are answered, or none with the reason.\n"
                           "\n"
                           "Exit status: 3 the service cannot be reached; 4 refused, with the reason."),
          .parameters = {{"STEP", Parameter::Count::at_least_one, Kind::step}},
          .options = {night_row()},
          .examples = {{"calmcalf skip warm-bath", tr_noop("no bath tonight")}},
          .run = run_skip};
}

}  // namespace calmcalf::cli
