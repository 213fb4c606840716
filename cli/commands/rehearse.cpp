// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include <array>
#include <cerrno>
#include <string>
#include <system_error>
#include <vector>

#include <unistd.h>

#include "cli/command.hpp"
#include "cli/failure.hpp"
#include "cli/invocation.hpp"
#include "cli/option_values.hpp"
#include "cli/printable.hpp"
#include "cli/surroundings.hpp"
#include "domain/iso8601.hpp"
#include "domain/tr_noop.hpp"
#include "language/tr.hpp"

namespace calmcalf::cli {
namespace {

constexpr const char* service = "calmcalfd";
constexpr NumberRange possible_speeds{1, 86400};

void check_values(const Invocation& invocation) {
  const auto from = invocation.value("--from");
  if (from && !parse_time_of_day(*from) && !parse_local_time(*from))
    throw UsageError{tr("--from wants a time such as 20:15 or 2026-11-23T20:15, not \"{}\"", printable(*from)),
                     "rehearse"};
  (void)number_of(invocation, "--speed", possible_speeds);
}

/// What is passed on to the service, word by word.
std::vector<std::string> words_for_service(const Invocation& invocation) {
  std::vector<std::string> words{service, "--rehearse"};
  for (const char* option : {"--from", "--speed", "--schedule", "--history"}) {
    const auto value = invocation.value(option);
    if (value) words.insert(words.end(), {option, *value});
  }
  if (invocation.wants_json()) words.emplace_back("--json");
  return words;
}

/// Beside this program, or where the build puts it; none: it has to be searched for in PATH.
std::filesystem::path find_service(const std::filesystem::path& folder) {
  const std::array places{folder / service, folder.parent_path() / "daemon" / service};
  for (const auto& place : places) {
    if (::access(place.c_str(), X_OK) == 0) return place;
  }
  return service;
}

ExitStatus run_rehearse(const Invocation& invocation, Surroundings& surroundings) {
  check_values(invocation);
  auto words = words_for_service(invocation);
  std::vector<char*> arguments;
  for (auto& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  const auto program = find_service(surroundings.executable_folder);
  surroundings.out.flush();
  ::execvp(program.c_str(), arguments.data());
  throw Failure{tr("{} cannot be started: {}; it belongs beside calmcalf: install calmcalf again", service,
                   std::generic_category().message(errno)),
                ExitStatus::unreachable};
}

}  // namespace

Command rehearse_command() {
  return {.name = "rehearse",
          .summary = tr_noop("play tonight's routine on the desktop, fast"),
          .about = tr_noop("Shows tonight's reminders on this desktop with the clock running faster, so that\n"
                           "an evening takes about a minute, and prints what happens. Answer them as you\n"
                           "would in the evening. It ends with the evening, or with Ctrl+C. What you answer\n"
                           "is forgotten, unless --history names a file to keep it in.\n"
                           "\n"
                           "Exit status: 3 where calmcalfd, the service, is not installed."),
          .options = {{"--from", "T", tr_noop("begin at this time: 20:15, or 2026-11-23T20:15")},
                      {"--speed", "N", tr_noop("times as fast as real, 1 to 86400 (default: a minute)")}},
          .examples = {{"calmcalf rehearse", tr_noop("tonight, in about a minute")},
                       {"calmcalf rehearse --from 22:00 --speed 60", tr_noop("the end of it, a minute a second")}},
          .run = run_rehearse};
}

}  // namespace calmcalf::cli
