// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/commands.hpp"

namespace calmcalf::cli {

Command init_command();
Command check_command();
Command preview_command();
Command rehearse_command();
Command history_command();
Command simulate_command();

std::vector<Command> commands() {
  return {
      init_command(), check_command(), preview_command(), rehearse_command(), history_command(), simulate_command(),
  };
}

std::vector<Option> global_options() {
  return {
      {"--schedule", "FILE", "the schedule, instead of the usual one"},
      {"--history", "FILE", "the history, instead of the usual one"},
      {"--json", "", "print JSON, for programs"},
      {"--help", "", "explain the command"},
      {"--version", "", "print the version"},
  };
}

}  // namespace calmcalf::cli
