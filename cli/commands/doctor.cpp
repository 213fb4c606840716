// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/command.hpp"
#include "cli/examination.hpp"
#include "cli/invocation.hpp"
#include "cli/json_array.hpp"
#include "cli/usable_schedule.hpp"

namespace calmcalf::cli {
namespace {

using Verdict = Finding::Verdict;

std::string_view name_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::good:
      return "good";
    case Verdict::limited:
      return "limited";
    case Verdict::bad:
      break;
  }
  return "bad";
}

std::string coloured(Verdict verdict, const Ink& ink) {
  const auto text = fmt::format("{:<7}", name_of(verdict));
  if (verdict == Verdict::good) return ink.good(text);
  return verdict == Verdict::limited ? ink.wary(text) : ink.bad(text);
}

void print_json(const std::vector<Finding>& findings, Output& out) {
  JsonArray array{out};
  for (const auto& finding : findings)
    array.add(json_text({{"check", finding.what},
                         {"verdict", name_of(finding.verdict)},
                         {"message", finding.says},
                         {"remedy", finding.remedy}}));
  array.close();
}

void print_text(const std::vector<Finding>& findings, Surroundings& surroundings) {
  constexpr std::size_t indent = 2 + 7 + 2 + 13 + 2;  // what stands before what is said
  for (const auto& finding : findings) {
    surroundings.out.line(
        fmt::format("  {}  {:<13}  {}", coloured(finding.verdict, surroundings.ink), finding.what, finding.says));
    if (!finding.remedy.empty()) surroundings.out.line(fmt::format("{:{}}{}", "", indent, finding.remedy));
  }
}

ExitStatus run_doctor(const Invocation& invocation, Surroundings& surroundings) {
  const std::filesystem::path history = invocation.value("--history").value_or(surroundings.places.history.string());
  const auto findings = examine(schedule_file(invocation, surroundings), history, surroundings);
  if (invocation.wants_json())
    print_json(findings, surroundings.out);
  else
    print_text(findings, surroundings);
  const bool is_bad = std::ranges::find(findings, Verdict::bad, &Finding::verdict) != findings.end();
  return is_bad ? ExitStatus::no : ExitStatus::done;
}

}  // namespace

Command doctor_command() {
  return {.name = "doctor",
          .summary = "see what works on this desktop, and what is missing",
          .about =
              "Looks at everything that reminders need: the schedule, the time zone, the history,\n"
              "the service and its unit, the notification server and what it can do, sound, the\n"
              "tray, the screen lock. What is limited works without; what is bad keeps reminders\n"
              "from coming, or from being kept. Each has its remedy below it.\n"
              "\n"
              "Exit status: 1 where something is bad.",
          .examples = {{"calmcalf doctor", "why is there no popup?"}, {"calmcalf doctor --json", "for a report"}},
          .run = run_doctor};
}

}  // namespace calmcalf::cli
