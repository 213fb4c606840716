// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "cli/command.hpp"
#include "cli/failure.hpp"
#include "cli/invocation.hpp"
#include "cli/printable.hpp"
#include "cli/service.hpp"
#include "domain/tr_noop.hpp"
#include "language/tr.hpp"

namespace calmcalf::cli {
namespace {

constexpr std::array<std::string_view, 3> launcher_actions{"report", "cramp", "pause"};

ExitStatus run_launch(const Invocation& invocation, Surroundings& /*surroundings*/) {
  const auto& words = invocation.words();
  if (!words.empty() && std::ranges::find(launcher_actions, words.front()) == launcher_actions.end())
    throw UsageError{tr("\"{}\" is none of report, cramp, pause", printable(words.front())), "launch"};
  auto bus = session_bus();
  if (!start_service(bus)) throw Failure{tr(unit_is_masked), ExitStatus::unreachable};
  Service service;
  if (words.empty())
    service.activate();
  else
    service.activate(words.front());
  return ExitStatus::done;
}

}  // namespace

Command launch_command() {
  return {.name = "launch",
          .summary = tr_noop("do what a click in the desktop's launcher does"),
          .about = tr_noop("For launchers that do not speak D-Bus: the desktop file names it. Starts the service\n"
                           "where it does not run, and has it do the ACTION of the desktop file; without one it\n"
                           "opens the report. Refusals come as popups, as those of the tray do.\n"
                           "\n"
                           "Exit status: 3 the service cannot be reached or started."),
          .parameters = {{"ACTION", Parameter::Count::at_most_one, Kind::choice, launcher_actions}},
          .examples = {{"calmcalf launch", tr_noop("open the report")},
                       {"calmcalf launch cramp", tr_noop("write a cramp down, and show what helps")}},
          .is_hidden = true,
          .run = run_launch};
}

}  // namespace calmcalf::cli
