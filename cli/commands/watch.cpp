// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/command.hpp"
#include "cli/json_array.hpp"
#include "cli/service.hpp"
#include "cli/surroundings.hpp"
#include "domain/tr_noop.hpp"

namespace calmcalf::cli {
namespace {

ExitStatus run_watch(const Invocation& /*invocation*/, Surroundings& surroundings) {
  Service service;
  service.watch([&](const Service::Json& event) {
    surroundings.out.line(json_text(event));
    surroundings.out.flush();
  });
}

}  // namespace

Command watch_command() {
  return {
      .name = "watch",
      .summary = tr_noop("print what happens, as it happens"),
      .about = tr_noop("Prints each event as a JSON object in a line of its own, as `calmcalf simulate\n"
                       "--json` does, until it is interrupted or the service ends. Events are shown,\n"
                       "repeated, summary, withdrawn, done, skipped, snoozed, missed, unseen, undone,\n"
                       "paused, resumed, bedtime_moved, guide, cramp, no_cramp, cramp_amended,\n"
                       "cramp_removed, morning_check, doctor_hint, schedule_changed and\n"
                       "schedule_rejected.\n"
                       "\n"
                       "Exit status: 3 the service cannot be reached, or has ended."),
      .examples = {{"calmcalf watch", tr_noop("until Ctrl+C")},
                   {"calmcalf watch | jq --unbuffered -r 'select(.event == \"shown\").step'", tr_noop("what is due")}},
      .run = run_watch};
}

}  // namespace calmcalf::cli
