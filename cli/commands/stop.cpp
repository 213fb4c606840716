// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/asking.hpp"
#include "domain/tr_noop.hpp"
#include "language/tr.hpp"

namespace calmcalf::cli {
namespace {

ExitStatus run_stop(const Invocation& invocation, Surroundings& surroundings) {
  return ask_and_tell(invocation, surroundings, "Stop", {}, nlohmann::ordered_json::object(), tr("It is stopped."));
}

}  // namespace

Command stop_command() {
  return {.name = "stop",
          .summary = tr_noop("stop the guided step that runs"),
          .about = tr_noop("Stops a guided step before its end. The step stays due.\n"
                           "\n"
                           "Exit status: 3 the service cannot be reached; 4 refused: none runs."),
          .examples = {{"calmcalf stop", tr_noop("enough for today")}},
          .run = run_stop};
}

}  // namespace calmcalf::cli
