// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/command.hpp"
#include "cli/invocation.hpp"
#include "cli/service.hpp"
#include "cli/surroundings.hpp"
#include "domain/tr_noop.hpp"
#include "language/tr.hpp"

namespace calmcalf::cli {
namespace {

ExitStatus run_reload(const Invocation& invocation, Surroundings& surroundings) {
  Service service;
  service.reload();
  surroundings.out.line(invocation.wants_json() ? "[]" : tr("The schedule was read and is in force."));
  return ExitStatus::done;
}

}  // namespace

Command reload_command() {
  return {.name = "reload",
          .summary = tr_noop("read the schedule again"),
          .about = tr_noop("Makes the service read the schedule now. It does so by itself when the file\n"
                           "changes; this is for where it cannot see that, as on some network folders. A\n"
                           "schedule with a mistake is refused, and the one in force stays.\n"
                           "\n"
                           "Exit status: 3 the service cannot be reached; 4 refused, with every mistake."),
          .examples = {{"calmcalf reload", tr_noop("after an edit on a network folder")}},
          .run = run_reload};
}

}  // namespace calmcalf::cli
