// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/asking.hpp"
#include "domain/tr_noop.hpp"
#include "language/tr.hpp"

namespace calmcalf::cli {
namespace {

ExitStatus run_pause(const Invocation& invocation, Surroundings& surroundings) {
  auto options = nlohmann::ordered_json::object();
  if (const auto until = invocation.value("--until")) {
    need_time(invocation, *until);
    options["until"] = *until;
  }
  return ask_and_tell(invocation, surroundings, "Pause", {}, std::move(options), tr("It was so already."));
}

}  // namespace

Command pause_command() {
  return {.name = "pause",
          .summary = tr_noop("hold everything until a time"),
          .about = tr_noop("Nothing reminds until then. The pause ends by itself, at 04:00 next unless a time\n"
                           "is named, and survives restarts. What is past its time by then counts as paused,\n"
                           "not as missed; what is still of use is shown.\n"
                           "\n"
                           "Exit status: 3 the service cannot be reached; 4 refused, with the reason."),
          .options = {{"--until", "T", tr_noop("until when: 23:00, or 2026-11-24T20:00 (default: 04:00 next)")}},
          .examples = {{"calmcalf pause", tr_noop("for the rest of the night")},
                       {"calmcalf pause --until 22:00", tr_noop("while the guests are here")}},
          .run = run_pause};
}

}  // namespace calmcalf::cli
