// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "adapters/interchange/calendar.hpp"
#include "adapters/interchange/csv_history.hpp"
#include "adapters/interchange/json_history.hpp"
#include "cli/command.hpp"
#include "cli/failure.hpp"
#include "cli/option_values.hpp"
#include "cli/printable.hpp"
#include "cli/recorded.hpp"
#include "cli/saved_file.hpp"
#include "cli/usable_schedule.hpp"
#include "language/tr.hpp"

namespace calmcalf::cli {
namespace {

using namespace std::string_view_literals;
using interchange::TextSink;

constexpr std::array export_formats{"csv"sv, "json"sv, "ics"sv};

std::string_view format_of(const Invocation& invocation) {
  const auto given = invocation.value("--format");
  if (!given) return invocation.wants_json() ? "json" : export_formats.front();
  const auto format = std::ranges::find(export_formats, *given);
  if (format == export_formats.end())
    throw UsageError{
        tr("--format is one of {}, not \"{}\"", fmt::format("{}", fmt::join(export_formats, ", ")), printable(*given)),
        "export"};
  if (invocation.wants_json() && *format != "json")
    throw UsageError{tr("--json and --format {} are two formats; keep one", *format), "export"};
  return *format;
}

void export_calendar(const Invocation& invocation, const Surroundings& surroundings, const TextSink& sink) {
  if (invocation.has("--until")) throw UsageError{tr("a calendar has no --until: the routine goes on"), "export"};
  const auto now = surroundings.clock.now();
  const auto schedule = usable_schedule(invocation, surroundings);
  interchange::write_calendar(schedule, night_of(invocation, "--from").value_or(schedule.date_of(now)), now, sink);
}

void export_as(std::string_view format, const Invocation& invocation, const Surroundings& surroundings,
               const TextSink& sink) {
  if (format == "ics")
    export_calendar(invocation, surroundings, sink);
  else if (format == "json")
    interchange::write_json(recorded_with_ids(invocation, surroundings, asked_nights(invocation)), sink);
  else
    interchange::write_csv(recorded_with_ids(invocation, surroundings, asked_nights(invocation)), sink);
}

ExitStatus run_export(const Invocation& invocation, Surroundings& surroundings) {
  const auto format = format_of(invocation);
  const auto file = invocation.value("--output");
  if (!file) {
    export_as(format, invocation, surroundings, [&](std::string_view text) { surroundings.out.write(text); });
    return ExitStatus::done;
  }
  std::string content;
  export_as(format, invocation, surroundings, [&](std::string_view text) { content += text; });
  save_file(*file, content);
  return ExitStatus::done;
}

}  // namespace

Command export_command() {
  return {
      .name = "export",
      .summary = tr_noop("write the history, or the routine as a calendar"),
      .about = tr_noop("Writes everything that was recorded, as comma-separated values for a\n"
                       "spreadsheet (csv), or an entry a line in JSON (json). calmcalf import reads both\n"
                       "back, and nothing is lost on the way.\n"
                       "\n"
                       "With --format ics it writes the routine, not the history, as a calendar for a\n"
                       "phone: events that recur, with alarms. Exceptions, rest days and changes of the\n"
                       "clock are in it for a year: export it again when the schedule changes. Its\n"
                       "events keep their identity, so a calendar program replaces them.\n"
                       "\n"
                       "Exit status: 1 where the history or the schedule cannot be read, or the file not\n"
                       "be written."),
      .options = {{"--format", "F", tr_noop("csv, json or ics (default: csv)"), Kind::choice, export_formats},
                  {"--from", "D", tr_noop("the first night (default: all; of a calendar, today)"), Kind::night},
                  {"--until", "D", tr_noop("the last night (default: all)"), Kind::past_night},
                  {"--output", "FILE", tr_noop("write this file, and replace it when it is whole"), Kind::file}},
      .examples = {{"calmcalf export --output history.csv", tr_noop("all of it, for a spreadsheet")},
                   {"calmcalf export --format json --output history.json", tr_noop("to keep, or for another machine")},
                   {"calmcalf export --format ics --output routine.ics", tr_noop("for the phone")}},
      .run = run_export};
}

}  // namespace calmcalf::cli
