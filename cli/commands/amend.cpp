// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/asking.hpp"
#include "cli/cramp_options.hpp"
#include "cli/failure.hpp"
#include "domain/tr_noop.hpp"
#include "language/tr.hpp"

namespace calmcalf::cli {
namespace {

ExitStatus run_amend(const Invocation& invocation, Surroundings& surroundings) {
  auto options = read_cramp_details(invocation);
  if (const auto at = invocation.value("--at")) {
    need_time(invocation, *at);
    options["at"] = *at;
  }
  if (invocation.has("--not-woke")) {
    if (invocation.has("--woke")) throw UsageError{tr("--woke and --not-woke cannot both be so"), "amend"};
    options["woke"] = false;
  }
  if (options.empty()) throw UsageError{tr("nothing is said of the cramp, such as --side left"), "amend"};
  options.update(night_option(invocation));
  read_cramp_number(invocation, options);
  return ask_and_tell(invocation, surroundings, "AmendCramp", {}, std::move(options), tr("That was said before."));
}

std::vector<Option> options_of_amend() {
  std::vector<Option> rows{
      {"--night", "DATE", tr_noop("a cramp of that night (default: the last one)"), Kind::past_night},
      cramp_number_row(),
      {"--at", "T", tr_noop("when it was: 03:10, or 2026-11-24T03:10")}};
  const auto details = cramp_details();
  rows.insert(rows.end(), details.begin(), details.end());
  rows.push_back({"--not-woke", "", tr_noop("it did not wake you")});
  return rows;
}

}  // namespace

Command amend_command() {
  return {.name = "amend",
          .summary = tr_noop("say more of a cramp in the diary, or put it right"),
          .about = tr_noop("Adds what was not known of a cramp, or changes what is not so. What is not named\n"
                           "stays as it is; --trigger and --relief, which can be repeated, replace what was\n"
                           "there. \"calmcalf diary\" shows the cramps with their numbers, and \"calmcalf undo\"\n"
                           "takes the change back.\n"
                           "\n"
                           "Exit status: 3 the service cannot be reached; 4 refused, with the reason."),
          .options = options_of_amend(),
          .examples = {{"calmcalf amend --side left --muscle calf", tr_noop("the latest of last night")},
                       {"calmcalf amend --night 2026-11-23 --number 1 --severity 4", tr_noop("of an earlier one")}},
          .run = run_amend};
}

}  // namespace calmcalf::cli
