// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/asking.hpp"

namespace calmcalf::cli {
namespace {

ExitStatus run_resume(const Invocation& invocation, Surroundings& surroundings) {
  return ask_and_tell(invocation, surroundings, "Resume", {}, nlohmann::ordered_json::object(), "Nothing was paused.");
}

}  // namespace

Command resume_command() {
  return {.name = "resume",
          .summary = "end a pause",
          .about =
              "Ends a pause before its time. What is still of use is shown.\n"
              "\n"
              "Exit status: 3 the service cannot be reached; 4 refused: nothing is paused.",
          .examples = {{"calmcalf resume", "the guests have left"}},
          .run = run_resume};
}

}  // namespace calmcalf::cli
