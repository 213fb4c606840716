// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include <algorithm>

#include "cli/asking.hpp"
#include "cli/cramp_options.hpp"
#include "cli/failure.hpp"
#include "cli/option_values.hpp"
#include "cli/relief_page.hpp"
#include "cli/usable_schedule.hpp"
#include "domain/iso8601.hpp"
#include "domain/tr_noop.hpp"
#include "language/tr.hpp"

namespace calmcalf::cli {
namespace {

void print_relief(const Invocation& invocation, Surroundings& surroundings) {
  constexpr std::size_t widest_line = 80;
  const auto routine = routine_in_force(invocation.value("--schedule"), surroundings);
  auto& out = surroundings.out;
  const auto width = std::min(out.columns().value_or(widest_line), widest_line);
  out.write(relief_page(routine == nullptr ? std::vector<Caution>{} : routine->cautions, width, surroundings.ink));
}

ExitStatus run_cramp(const Invocation& invocation, Surroundings& surroundings) {
  auto options = read_cramp_details(invocation);
  if (const auto at = invocation.value("--at")) {
    need_time(invocation, *at);
    options["at"] = *at;
  }
  if (const auto night = night_of(invocation, "--night")) options["night"] = to_iso(*night);
  const auto is_now = !options.contains("at") && !options.contains("night");
  const auto says_what_helps = is_now && !invocation.wants_json() && !invocation.has("--popups");
  if (invocation.has("--popups")) options["popups"] = true;
  try {
    ask_and_tell(invocation, surroundings, "Cramp", {}, std::move(options), tr("That was said before."));
  } catch (const Failure& failure) {
    // Relief needs no service.
    if (says_what_helps) print_relief(invocation, surroundings);
    surroundings.out.flush();
    throw Failure{tr("the cramp may be missing from the diary: {}", failure.what()), failure.status()};
  }
  if (says_what_helps) print_relief(invocation, surroundings);
  return ExitStatus::done;
}

std::vector<Option> options_of_cramp() {
  std::vector<Option> rows{{"--at", "T", tr_noop("when it was: 03:10, or 2026-11-24T03:10 (default: now)")},
                           {"--night", "DATE", tr_noop("some time during that night"), Kind::past_night},
                           {"--popups", "", tr_noop("show what helps as popups, one after another")}};
  const auto details = cramp_details();
  rows.insert(rows.end(), details.begin(), details.end());
  return rows;
}

}  // namespace

Command cramp_command() {
  return {.name = "cramp",
          .summary = tr_noop("write a cramp into the diary"),
          .about = tr_noop("Writes down that there is a cramp now, and then says what helps. The time is\n"
                           "enough; the rest can be left out, or said in the morning with \"calmcalf amend\".\n"
                           "With --at or --night it is one that was. --trigger and --relief can be repeated.\n"
                           "A cramp at 03:10 on the 24th belongs to the night of the 23rd.\n"
                           "\n"
                           "Exit status: 3 the service cannot be reached; 4 refused, with the reason."),
          .options = options_of_cramp(),
          .examples = {{"calmcalf cramp", tr_noop("now")},
                       {"calmcalf cramp --at 03:10 --side left --muscle calf --severity 6 --woke",
                        tr_noop("in the morning")}},
          .run = run_cramp};
}

}  // namespace calmcalf::cli
