// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <string>
#include <tuple>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/calendar_nights.hpp"
#include "cli/calendar_page.hpp"
#include "cli/command.hpp"
#include "cli/json_array.hpp"
#include "cli/past_occurrences.hpp"
#include "cli/recorded.hpp"
#include "cli/surroundings.hpp"
#include "domain/iso8601.hpp"
#include "language/columns.hpp"
#include "language/local_dates.hpp"
#include "language/tr.hpp"
#include "language/words.hpp"

namespace calmcalf::cli {
namespace {

void print_json(const std::vector<PastOccurrence>& past, Output& out) {
  JsonArray array{out};
  for (const auto& occurrence : past) {
    array.add(json_text({{"night", to_iso(occurrence.id.night)},
                         {"step", occurrence.id.step.text},
                         {"number", occurrence.id.number},
                         {"at", to_iso(occurrence.at, occurrence.at_offset)},
                         {"state", name_of(occurrence.state)},
                         {"changed_at", to_iso(occurrence.changed_at, occurrence.changed_at_offset)},
                         {"source", name_of(occurrence.source)}}));
  }
  array.close();
}

std::string coloured(State state, std::size_t width, const Ink& ink) {
  const auto text = padded(in_words(state), width);
  switch (state) {
    case State::done:
      return ink.good(text);
    case State::missed:
    case State::due:
    case State::snoozed:
      return ink.wary(text);
    default:
      return ink.faint(text);
  }
}

std::string step_name(const OccurrenceId& id) {
  return id.number == 1 ? id.step.text : fmt::format("{} {}", id.step.text, id.number);
}

std::string due_time(const PastOccurrence& occurrence) {
  return time_in_night(occurrence.at, occurrence.at_offset, occurrence.id.night);
}

/// How wide each column is.
struct HistoryColumns {
  explicit HistoryColumns(const std::vector<PastOccurrence>& past) {
    for (const auto& occurrence : past) {
      due = std::max(due, columns_of(due_time(occurrence)));
      step = std::max(step, columns_of(step_name(occurrence.id)));
      state = std::max(state, columns_of(in_words(occurrence.state)));
    }
  }

  std::size_t due = 9;
  std::size_t step = 0;
  std::size_t state = 8;
};

void print_text(std::vector<PastOccurrence> past, Surroundings& surroundings) {
  auto& out = surroundings.out;
  std::ranges::sort(past, {}, [](const PastOccurrence& one) { return std::tie(one.id.night, one.at, one.id); });
  const HistoryColumns columns{past};
  std::optional<Night> heading;
  for (const auto& occurrence : past) {
    const auto night = occurrence.id.night;
    if (heading != night) out.line(surroundings.ink.strong(date_in_words(night)));
    heading = night;
    // TRANSLATORS: behind what became of a step: when, and where that was said, such as "at 21:05, by notification"
    const auto told = tr("at {}, by {}", time_in_night(occurrence.changed_at, occurrence.changed_at_offset, night),
                         in_words(occurrence.source));
    out.line(fmt::format("  {}  {}  {}  {}", padded(due_time(occurrence), columns.due),
                         padded(step_name(occurrence.id), columns.step),
                         coloured(occurrence.state, columns.state, surroundings.ink), told));
  }
}

std::string nothing_in(const NightRange& nights) {
  return nights.is_all() ? tr("Nothing has been recorded yet.") : tr("Nothing was recorded of these nights.");
}

void print_json(const CalendarNights& nights, Output& out) {
  JsonArray array{out};
  for (const auto& [evening, night] : nights) {
    array.add(json_text({{"night", to_iso(evening)},
                         {"steps_done", night.done},
                         {"steps", night.counted},
                         {"cramps", night.known ? nlohmann::ordered_json(night.cramps) : nlohmann::ordered_json{}}}));
  }
  array.close();
}

void print_calendar(const CalendarNights& nights, Surroundings& surroundings) {
  constexpr std::size_t usual_width = 80;
  auto& out = surroundings.out;
  out.write(calendar_page(nights, out.columns().value_or(usual_width), surroundings.ink));
}

ExitStatus run_calendar(const Invocation& invocation, Surroundings& surroundings) {
  const auto asked = asked_nights(invocation);
  const Standing standing{recorded(invocation, surroundings, asked)};
  const auto nights = calendar_nights(standing, statistics_of(standing));
  if (invocation.wants_json())
    print_json(nights, surroundings.out);
  else if (nights.empty())
    surroundings.out.line(nothing_in(asked));
  else
    print_calendar(nights, surroundings);
  return ExitStatus::done;
}

ExitStatus run_history(const Invocation& invocation, Surroundings& surroundings) {
  if (invocation.has("--calendar")) return run_calendar(invocation, surroundings);
  const auto nights = asked_nights(invocation);
  auto past = past_occurrences(recorded(invocation, surroundings, nights));
  if (invocation.wants_json())
    print_json(past, surroundings.out);
  else if (past.empty())
    surroundings.out.line(nothing_in(nights));
  else
    print_text(std::move(past), surroundings);
  return ExitStatus::done;
}

}  // namespace

Command history_command() {
  return {.name = "history",
          .summary = tr_noop("show what became of every step"),
          // TRANSLATORS: states, and where an answer was given, are to be the words that you use for them elsewhere
          .about = tr_noop("Lists, night by night, when each step was due, how it ended, when, and who said\n"
                           "so: notification, tray, command, bus, import, or the service itself. States are\n"
                           "done, skipped, missed (shown, not answered), unseen (never shown) and paused;\n"
                           "due and snoozed where it has not ended yet. 03:10 on the 24th belongs to the\n"
                           "night of the 23rd.\n"
                           "\n"
                           "With --calendar it draws the months instead, a sign a night: how much of the\n"
                           "routine was done, and whether there were cramps.\n"
                           "\n"
                           "Exit status: 1 where the history is there but cannot be read."),
          .options = {{"--from", "D", tr_noop("the first night, such as 2026-11-23 (default: all)"), Kind::past_night},
                      {"--until", "D", tr_noop("the last night (default: all)"), Kind::past_night},
                      {"--calendar", "", tr_noop("months as grids, a sign a night")}},
          .examples = {{"calmcalf history", tr_noop("all of it")},
                       {"calmcalf history --from 2026-11-01 --until 2026-11-30", tr_noop("a month")},
                       {"calmcalf history --calendar --from 2026-01-01", tr_noop("this year at a glance")},
                       {"calmcalf history --json", tr_noop("for a program")}},
          .run = run_history};
}

}  // namespace calmcalf::cli
