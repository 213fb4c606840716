// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "cli/commands.hpp"
#include "cli/completion.hpp"
#include "cli/invocation.hpp"
#include "cli/printable.hpp"
#include "cli/surroundings.hpp"
#include "cli/usable_schedule.hpp"
#include "domain/iso8601.hpp"
#include "domain/tr_noop.hpp"
#include "language/local_dates.hpp"

namespace calmcalf::cli {
namespace {

using Candidates = std::vector<Candidate>;

constexpr std::string_view file_names = ":files";
constexpr int two_weeks = 14;

/// All but those that the command has been given already.
Candidates steps(const Completion& completion, const Surroundings& surroundings) {
  Candidates candidates;
  const auto routine = routine_in_force(completion.schedule, surroundings);
  if (routine == nullptr) return candidates;
  for (const auto& step : routine->steps) {
    const bool is_wanted = completion.kind == Kind::step || step.guide.has_value();
    if (is_wanted && std::ranges::find(completion.words, step.id.text) == completion.words.end())
      candidates.push_back({step.id.text, printable(step.title)});
  }
  return candidates;
}

/// The coming ones first where they are of use, the nearest of each first.
Candidates nights(Kind kind, const Surroundings& surroundings) {
  Candidates candidates;
  const auto add = [&](Night night) { candidates.push_back({to_iso(night), date_in_words(night)}); };
  const auto local = surroundings.zones.system()->to_local(surroundings.clock.now());
  const Night today{std::chrono::floor<std::chrono::days>(local)};
  add(today);
  for (int days = 1; kind == Kind::night && days < two_weeks; ++days) add(today + days);
  for (int days = 1; days < two_weeks; ++days) add(today - days);
  return candidates;
}

Candidates candidates_for(const Completion& completion, const Surroundings& surroundings) {
  switch (completion.kind) {
    case Kind::step:
    case Kind::guided_step:
      return steps(completion, surroundings);
    case Kind::night:
    case Kind::past_night:
      return nights(completion.kind, surroundings);
    case Kind::free:
    case Kind::file:
    case Kind::choice:
      break;
  }
  return completion.candidates;
}

ExitStatus run_complete(const Invocation& invocation, Surroundings& surroundings) {
  const auto table = commands();
  const auto globals = global_options();
  const auto completion = completion_of(invocation.words(), table, globals);
  if (completion.kind == Kind::file) surroundings.out.line(file_names);
  for (const auto& [text, description] : candidates_for(completion, surroundings))
    surroundings.out.line(
        fmt::format("{}{}{}{}", completion.joined_to, text, description.empty() ? "" : "\t", description));
  return ExitStatus::done;
}

}  // namespace

Command complete_command() {
  return {.name = "complete",
          .summary = tr_noop("say what can stand where somebody is typing"),
          .about = tr_noop("For the completions of shells. WORDs are those after calmcalf, the last of them the\n"
                           "one that is being typed, even where it has not begun. Prints what it can be, a line\n"
                           "each, with a description after a tab; how its beginning narrows them is left to the\n"
                           "shell. The line :files says that it is the name of a file."),
          .parameters = {{"WORD", Parameter::Count::any_number}},
          .examples = {{"calmcalf complete -- done ''", tr_noop("the steps of the schedule")},
                       {"calmcalf complete -- cramp --side=", tr_noop("--side=left and so on")}},
          .is_hidden = true,
          .run = run_complete};
}

}  // namespace calmcalf::cli
