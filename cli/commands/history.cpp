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
#include "cli/english_dates.hpp"
#include "cli/json_array.hpp"
#include "cli/past_occurrences.hpp"
#include "cli/recorded.hpp"
#include "cli/surroundings.hpp"
#include "domain/iso8601.hpp"

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

std::string coloured(State state, const Ink& ink) {
  const auto text = fmt::format("{:<8}", name_of(state));
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

void print_text(std::vector<PastOccurrence> past, Surroundings& surroundings) {
  auto& out = surroundings.out;
  std::ranges::sort(past, {}, [](const PastOccurrence& one) { return std::tie(one.id.night, one.at, one.id); });
  std::size_t width = 0;
  for (const auto& occurrence : past) width = std::max(width, step_name(occurrence.id).size());
  std::optional<Night> heading;
  for (const auto& occurrence : past) {
    const auto night = occurrence.id.night;
    if (heading != night) out.line(surroundings.ink.strong(date_in_words(night)));
    heading = night;
    out.line(fmt::format("  {:<9}  {:<{}}  {}  at {}, by {}", time_in_night(occurrence.at, occurrence.at_offset, night),
                         step_name(occurrence.id), width, coloured(occurrence.state, surroundings.ink),
                         time_in_night(occurrence.changed_at, occurrence.changed_at_offset, night),
                         name_of(occurrence.source)));
  }
}

std::string_view nothing_in(const NightRange& nights) {
  return nights.is_all() ? "Nothing has been recorded yet." : "Nothing was recorded of these nights.";
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
          .summary = "show what became of every step",
          .about =
              "Lists, night by night, when each step was due, how it ended, when, and who said\n"
              "so: notification, tray, command, bus, import, or the service itself. States are\n"
              "done, skipped, missed (shown, not answered), unseen (never shown) and paused;\n"
              "due and snoozed where it has not ended yet. 03:10 on the 24th belongs to the\n"
              "night of the 23rd.\n"
              "\n"
              "With --calendar it draws the months instead, a sign a night: how much of the\n"
              "routine was done, and whether there were cramps.\n"
              "\n"
              "Exit status: 1 where the history is there but cannot be read.",
          .options = {{"--from", "D", "the first night, such as 2026-11-23 (default: all)", Kind::past_night},
                      {"--until", "D", "the last night (default: all)", Kind::past_night},
                      {"--calendar", "", "months as grids, a sign a night"}},
          .examples = {{"calmcalf history", "all of it"},
                       {"calmcalf history --from 2026-11-01 --until 2026-11-30", "a month"},
                       {"calmcalf history --calendar --from 2026-01-01", "this year at a glance"},
                       {"calmcalf history --json", "for a program"}},
          .run = run_history};
}

}  // namespace calmcalf::cli
