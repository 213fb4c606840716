// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/commands.hpp"

#include "domain/tr_noop.hpp"

namespace calmcalf::cli {

Command status_command();
Command next_command();
Command done_command();
Command skip_command();
Command snooze_command();
Command undo_command();
Command start_command();
Command stop_command();
Command cramp_command();
Command no_cramp_command();
Command amend_command();
Command remove_cramp_command();
Command diary_command();
Command pause_command();
Command resume_command();
Command later_command();
Command watch_command();
Command bar_command();
Command reload_command();
Command guide_command();
Command doctor_command();
Command init_command();
Command edit_command();
Command check_command();
Command preview_command();
Command rehearse_command();
Command history_command();
Command stats_command();
Command report_command();
Command export_command();
Command import_command();
Command simulate_command();
Command complete_command();
Command launch_command();
Command autostart_command();

std::vector<Command> commands() {
  return {
      status_command(),   next_command(),         done_command(),     skip_command(),   snooze_command(),
      undo_command(),     start_command(),        stop_command(),     cramp_command(),  no_cramp_command(),
      amend_command(),    remove_cramp_command(), diary_command(),    pause_command(),  resume_command(),
      later_command(),    watch_command(),        bar_command(),      reload_command(), guide_command(),
      doctor_command(),   init_command(),         edit_command(),     check_command(),  preview_command(),
      rehearse_command(), history_command(),      stats_command(),    report_command(), export_command(),
      import_command(),   simulate_command(),     complete_command(), launch_command(), autostart_command(),
  };
}

std::vector<Option> global_options() {
  return {
      {"--schedule", "FILE", tr_noop("the schedule, instead of the usual one"), Kind::file},
      {"--history", "FILE", tr_noop("the history, instead of the usual one"), Kind::file},
      {"--json", "", tr_noop("print JSON, for programs")},
      {"--help", "", tr_noop("explain the command")},
      {"--version", "", tr_noop("print the version")},
  };
}

}  // namespace calmcalf::cli
