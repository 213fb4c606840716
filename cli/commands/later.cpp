// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/asking.hpp"
#include "domain/tr_noop.hpp"
#include "language/tr.hpp"

namespace calmcalf::cli {
namespace {

ExitStatus run_later(const Invocation& invocation, Surroundings& surroundings) {
  const auto by = need_duration(invocation, invocation.phrase(0));
  return ask_and_tell(invocation, surroundings, "Later", {by.count()}, nlohmann::ordered_json::object(),
                      tr("Nothing was moved."));
}

}  // namespace

Command later_command() {
  return {.name = "later",
          .summary = tr_noop("go to bed later tonight"),
          .about = tr_noop("Moves tonight's bedtime, and with it the steps before bed that are still to come.\n"
                           "What has been answered stays as it is, and tomorrow is as ever. It can be said\n"
                           "again: each moves bedtime further.\n"
                           "\n"
                           "Exit status: 3 the service cannot be reached; 4 refused, with the reason."),
          .parameters = {{.name = "FOR", .is_phrase = true}},
          .examples = {{"calmcalf later 45m", tr_noop("bed is 45 minutes later tonight")},
                       {"calmcalf later 1h30m", tr_noop("the film is long")}},
          .run = run_later};
}

}  // namespace calmcalf::cli
