// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/asking.hpp"

namespace calmcalf::cli {
namespace {

ExitStatus run_later(const Invocation& invocation, Surroundings& surroundings) {
  const auto by = need_duration(invocation, invocation.words().front());
  return ask_and_tell(invocation, surroundings, "Later", {by.count()}, nlohmann::ordered_json::object(),
                      "Nothing was moved.");
}

}  // namespace

Command later_command() {
  return {.name = "later",
          .summary = "go to bed later tonight",
          .about =
              "Moves tonight's bedtime, and with it the steps before bed that are still to come.\n"
              "What has been answered stays as it is, and tomorrow is as ever. It can be said\n"
              "again: each moves bedtime further.\n"
              "\n"
              "Exit status: 3 the service cannot be reached; 4 refused, with the reason.",
          .parameters = {{"FOR", Parameter::Count::one}},
          .examples = {{"calmcalf later 45m", "bed is 45 minutes later tonight"},
                       {"calmcalf later 1h30m", "the film is long"}},
          .run = run_later};
}

}  // namespace calmcalf::cli
