// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/command.hpp"
#include "cli/invocation.hpp"
#include "cli/json_array.hpp"
#include "cli/service.hpp"
#include "cli/surroundings.hpp"
#include "cli/told_status.hpp"
#include "domain/tr_noop.hpp"
#include "language/tr.hpp"

namespace calmcalf::cli {
namespace {

ExitStatus run_next(const Invocation& invocation, Surroundings& surroundings) {
  Service service;
  const auto next = service.status().at("next");
  if (invocation.wants_json())
    surroundings.out.line(json_text(next));
  else if (next.is_null())
    surroundings.out.line(tr("Nothing is planned."));
  else
    surroundings.out.line(next_line(next, surroundings.clock.now()));
  return next.is_null() ? ExitStatus::no : ExitStatus::done;
}

}  // namespace

Command next_command() {
  return {.name = "next",
          .summary = tr_noop("show the next reminder"),
          .about = tr_noop("Shows what comes next, in one line; with --json as one object, or null.\n"
                           "\n"
                           "Exit status: 1 nothing is planned; 3 the service cannot be reached."),
          .examples = {{"calmcalf next", tr_noop("22:15  Stretch your calves (calf-stretch), in 25 min")}},
          .run = run_next};
}

}  // namespace calmcalf::cli
