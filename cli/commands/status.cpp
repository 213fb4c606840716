// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/command.hpp"
#include "cli/invocation.hpp"
#include "cli/json_array.hpp"
#include "cli/service.hpp"
#include "cli/surroundings.hpp"
#include "cli/told_status.hpp"
#include "domain/tr_noop.hpp"

namespace calmcalf::cli {
namespace {

ExitStatus run_status(const Invocation& invocation, Surroundings& surroundings) {
  Service service;
  const auto status = service.status();
  if (invocation.wants_json())
    surroundings.out.line(json_text(status));
  else
    surroundings.out.write(status_page(status, surroundings.clock.now(), surroundings.ink));
  return ExitStatus::done;
}

}  // namespace

Command status_command() {
  return {.name = "status",
          .summary = tr_noop("show tonight: what is done, what comes, bedtime"),
          .about = tr_noop("Shows the evening at hand: the last one until an hour after its bedtime, or 04:00\n"
                           "where that is later, then the coming one. A step is waiting, due, snoozed, done,\n"
                           "skipped, missed (shown, not answered), unseen (never shown) or paused.\n"
                           "\n"
                           "Exit status: 3 the service cannot be reached."),
          .examples = {{"calmcalf status", tr_noop("how far tonight has come")},
                       {"calmcalf status --json | jq .next.step", tr_noop("for a program")}},
          .run = run_status};
}

}  // namespace calmcalf::cli
