// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/command.hpp"
#include "cli/failure.hpp"
#include "cli/invocation.hpp"
#include "cli/mistake_list.hpp"
#include "cli/usable_schedule.hpp"
#include "domain/tr_noop.hpp"
#include "language/tr.hpp"

namespace calmcalf::cli {
namespace {

ExitStatus run_check(const Invocation& invocation, Surroundings& surroundings) {
  const auto file =
      invocation.words().empty() ? schedule_file(invocation, surroundings).string() : invocation.words().front();
  const auto mistakes = read_schedule(file, surroundings.zones).mistakes;
  if (invocation.wants_json())
    print_json(mistakes, surroundings.out);
  else
    print_text(mistakes, file, surroundings);
  return has_errors(mistakes) ? ExitStatus::no : ExitStatus::done;
}

}  // namespace

Command check_command() {
  return {.name = "check",
          .summary = tr_noop("find mistakes in the schedule"),
          .about = tr_noop("Reads a schedule, the usual one or FILE, and lists every mistake in it at once, as\n"
                           "FILE:LINE:COLUMN: KEY: what is wrong, what would be right. Cautions name steps\n"
                           "that somebody with the conditions in [profile] should take care with.\n"
                           "\n"
                           "Exit status: 1 where there is a mistake; cautions alone are none."),
          .parameters = {{"FILE", Parameter::Count::at_most_one, Kind::file}},
          .examples = {{"calmcalf check", tr_noop("is the schedule in force sound?")},
                       {"calmcalf check new.toml", tr_noop("would this one be?")}},
          .run = run_check};
}

}  // namespace calmcalf::cli
