// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/asking.hpp"
#include "domain/tr_noop.hpp"
#include "language/tr.hpp"

namespace calmcalf::cli {
namespace {

ExitStatus run_resume(const Invocation& invocation, Surroundings& surroundings) {
  return ask_and_tell(invocation, surroundings, "Resume", {}, nlohmann::ordered_json::object(),
                      tr("Nothing was paused."));
}

}  // namespace

Command resume_command() {
  return {.name = "resume",
          .summary = tr_noop("end a pause"),
          .about = tr_noop("Ends a pause before its time. What is still of use is shown.\n"
                           "\n"
                           "Exit status: 3 the service cannot be reached; 4 refused: nothing is paused."),
          .examples = {{"calmcalf resume", tr_noop("the guests have left")}},
          .run = run_resume};
}

}  // namespace calmcalf::cli
