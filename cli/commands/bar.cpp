// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/bar_module.hpp"
#include "cli/command.hpp"
#include "cli/invocation.hpp"
#include "cli/json_array.hpp"
#include "cli/service.hpp"
#include "cli/surroundings.hpp"
#include "domain/tr_noop.hpp"

namespace calmcalf::cli {
namespace {

ExitStatus run_bar(const Invocation& invocation, Surroundings& surroundings) {
  const auto print = [&](const Service::Json& status) {
    surroundings.out.line(json_text(bar_module(status)));
    surroundings.out.flush();
  };
  Service service;
  if (invocation.has("--follow")) service.follow(print);
  print(service.status());
  return ExitStatus::done;
}

}  // namespace

Command bar_command() {
  return {.name = "bar",
          .summary = tr_noop("print tonight for a bar, such as Waybar"),
          .about = tr_noop("Prints one JSON object as Waybar's custom modules take it: text, alt, class and\n"
                           "tooltip. alt and class are resting, waiting, due, paused or problem. Configurations\n"
                           "for Waybar and polybar are in the documentation: docs/bars.md.\n"
                           "\n"
                           "Exit status: 3 the service cannot be reached; Waybar then hides the module."),
          .options = {{"--follow", "", tr_noop("print again after every change, until the service ends")}},
          .examples = {{"calmcalf bar", tr_noop("now")},
                       {"calmcalf bar --follow", tr_noop("for a bar that reads line by line, as Waybar does")}},
          .run = run_bar};
}

}  // namespace calmcalf::cli
