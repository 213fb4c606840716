// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include <cstdlib>
#include <string>
#include <vector>

#include <unistd.h>

#include "adapters/timerfd/system_clock.hpp"
#include "adapters/xdg/executable_folder.hpp"
#include "adapters/zone/glib_zones.hpp"
#include "cli/commands.hpp"
#include "cli/program.hpp"
#include "cli/standard_streams.hpp"
#include "language/locale.hpp"

int main(int argc, char* argv[]) {
  namespace cli = calmcalf::cli;
  cli::occupy_standard_streams();
  const auto environment = calmcalf::Environment::of_this_process();
  const auto folder = calmcalf::executable_folder();
  const auto places = calmcalf::FilePlaces::in(calmcalf::XdgFolders::in(environment), folder);
  calmcalf::language::follow_environment(places.catalogues);
  cli::Output out{STDOUT_FILENO};
  cli::Output complaints{STDERR_FILENO};
  const calmcalf::GlibZones zones;
  const calmcalf::SystemClock clock;
  cli::Surroundings surroundings{.out = out,
                                 .complaints = complaints,
                                 .ink = cli::Ink{out.is_terminal() && !environment.find("NO_COLOR")},
                                 .places = places,
                                 .executable_folder = folder,
                                 .zones = zones,
                                 .clock = clock};
  const std::vector<std::string> arguments{argv + (argc > 0 ? 1 : 0), argv + argc};
  return static_cast<int>(cli::run_program(arguments, surroundings));
}
