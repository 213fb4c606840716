// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <string>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/tonight.hpp"
#include "cli/command.hpp"
#include "cli/failure.hpp"
#include "cli/json_array.hpp"
#include "cli/recorded.hpp"
#include "cli/report/page.hpp"
#include "cli/saved_file.hpp"
#include "cli/usable_schedule.hpp"
#include "domain/evening.hpp"
#include "language/tr.hpp"

namespace calmcalf::cli {
namespace {

constexpr std::string_view standard_output = "-";
constexpr const char* usual_report_name = "report.html";

Tonight tonight_as_recorded(const Invocation& invocation, const Surroundings& surroundings,
                            const std::shared_ptr<const Routine>& routine, const std::shared_ptr<const Zone>& zone) {
  const auto now = surroundings.clock.now();
  const auto today = Schedule{routine, zone}.date_of(now);
  const auto recent = recorded(invocation, surroundings, {today - Evening::nights_remembered, std::nullopt});
  const auto last = std::ranges::max_element(recent, {}, &Entry::at);
  return tonight_of(
      Evening::restore(routine, zone, recent, last == recent.end() ? std::nullopt : std::optional{last->at}, now), {},
      now);
}

ReportMaterial gathered(const Invocation& invocation, Surroundings& surroundings) {
  const auto nights = asked_nights(invocation);
  auto routine = routine_in_force(invocation.value("--schedule"), surroundings);
  const auto zone = surroundings.zones.pinned_or_system(routine ? routine->timezone : std::nullopt);
  std::optional<Tonight> tonight;
  if (routine != nullptr)
    tonight = tonight_as_recorded(invocation, surroundings, routine, zone);
  else
    surroundings.complaints.line(
        tr("calmcalf: the schedule cannot be used, so tonight is not in the report; calmcalf check says why"));
  return {recorded(invocation, surroundings, nights), nights, std::move(routine), std::move(tonight),
          moment_of(surroundings.clock.now(), *zone)};
}

ExitStatus run_report(const Invocation& invocation, Surroundings& surroundings) {
  const auto given = invocation.value("--output");
  auto& out = surroundings.out;
  if (given == standard_output && invocation.wants_json())
    throw UsageError{tr("--json says which file was written, and --output - writes none"), "report"};
  const auto page = report_page(gathered(invocation, surroundings));
  if (given == standard_output) {
    out.write(page);
    return ExitStatus::done;
  }
  const auto file =
      given ? std::filesystem::path{*given} : surroundings.places.history.parent_path() / usual_report_name;
  save_file(file, page);
  if (invocation.wants_json())
    out.line(json_text({{"file", file.string()}}));
  else
    out.line(file.string());
  return ExitStatus::done;
}

}  // namespace

Command report_command() {
  return {.name = "report",
          .summary = tr_noop("write a page to look back on, and to take to the doctor"),
          .about = tr_noop("Writes one HTML file for any browser, and prints its name: tonight, a calendar of\n"
                           "nights, the strength of each step, cramps by week, hour, side and muscle, how\n"
                           "nights with the routine compare with others, a page for the doctor, and the\n"
                           "guide. It needs no network. Printed, it is two sheets of A4: an overview, and\n"
                           "the page for the doctor.\n"
                           "\n"
                           "Drawings and the page for the doctor are of the last twelve months of the nights\n"
                           "asked for, the other figures of all of them. A report that is there is replaced\n"
                           "when the new one is whole.\n"
                           "\n"
                           "Exit status: 1 where the history cannot be read, or the file not be written."),
          .options = {{"--output", "FILE", tr_noop("where to (default: beside the history; -: standard output)"),
                       Kind::file},
                      {"--from", "D", tr_noop("the first night, such as 2026-11-23 (default: all)"), Kind::past_night},
                      {"--until", "D", tr_noop("the last night (default: all)"), Kind::past_night}},
          .examples = {{"xdg-open \"$(calmcalf report)\"", tr_noop("look at it")},
                       {"calmcalf report --output ~/legs.html", tr_noop("to keep, or to send")},
                       {"calmcalf report --until 2025-12-31", tr_noop("the year before")}},
          .run = run_report};
}

}  // namespace calmcalf::cli
