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
#include "domain/tr_noop.hpp"
#include "language/columns.hpp"
#include "language/tr.hpp"

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

std::string in_words(Verdict verdict) {
  switch (verdict) {
    case Verdict::good:
      return tr_context("how something was found to work", "good");
    case Verdict::limited:
      return tr_context("how something was found to work", "limited");
    case Verdict::bad:
      break;
  }
  return tr_context("how something was found to work", "bad");
}

std::string coloured(Verdict verdict, const std::string& text, const Ink& ink) {
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
  std::size_t verdict_width = 7;
  std::size_t what_width = 13;
  for (const auto& finding : findings) {
    verdict_width = std::max(verdict_width, columns_of(in_words(finding.verdict)));
    what_width = std::max(what_width, columns_of(tr(finding.what)));
  }
  const auto indent = 2 + verdict_width + 2 + what_width + 2;  // what stands before what is said
  for (const auto& finding : findings) {
    const auto verdict = coloured(finding.verdict, padded(in_words(finding.verdict), verdict_width), surroundings.ink);
    surroundings.out.line(fmt::format("  {}  {}  {}", verdict, padded(tr(finding.what), what_width), finding.says));
    if (!finding.remedy.empty()) surroundings.out.line(std::string(indent, ' ') + finding.remedy);
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
          .summary = tr_noop("see what works on this desktop, and what is missing"),
          .about = tr_noop("Looks at everything that reminders need: the schedule, the time zone, the history,\n"
                           "the service and its unit, the notification server and what it can do, sound, the\n"
                           "tray, the screen lock. What is limited works without; what is bad keeps reminders\n"
                           "from coming, or from being kept. Each has its remedy below it.\n"
                           "\n"
                           "Exit status: 1 where something is bad."),
          .examples = {{"calmcalf doctor", tr_noop("why is there no popup?")},
                       {"calmcalf doctor --json", tr_noop("for a report")}},
          .run = run_doctor};
}

}  // namespace calmcalf::cli
