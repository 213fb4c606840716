// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/asking.hpp"

namespace calmcalf::cli {
namespace {

ExitStatus run(const Invocation& invocation, Surroundings& surroundings) {
  return ask_and_tell(invocation, surroundings, "Start", {invocation.words().front()}, nlohmann::ordered_json::object(),
                      "It runs already.");
}

}  // namespace

Command start_command() {
  return {.name = "start",
          .summary = "begin a guided step",
          .about =
              "Begins a step that has a guide in the schedule. It is done by itself at the end.\n"
              "\n"
              "Exit status: 3 the service cannot be reached; 4 refused, with the reason.",
          .parameters = {{"STEP", Parameter::Count::one, Kind::guided_step}},
          .examples = {{"calmcalf start calf-stretch", "stretch now"}},
          .run = run};
}

}  // namespace calmcalf::cli
