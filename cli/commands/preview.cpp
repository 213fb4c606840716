// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "cli/command.hpp"
#include "cli/json_array.hpp"
#include "cli/option_values.hpp"
#include "cli/printable.hpp"
#include "cli/usable_schedule.hpp"
#include "domain/iso8601.hpp"
#include "domain/tr_noop.hpp"
#include "language/columns.hpp"
#include "language/local_dates.hpp"
#include "language/tr.hpp"

namespace calmcalf::cli {
namespace {

constexpr int usual_nights = 7;
constexpr NumberRange possible_nights{1, 36525};

struct Span {
  Night from;
  int nights;
};

/// The evening at hand, as the service sees it.
Night tonight(const Schedule& schedule, Instant now) {
  auto night = schedule.date_of(now) - 2;
  while (now >= schedule.handover(night)) night = night.next();
  return night;
}

/// What falls on the same instant comes in the order of the schedule.
void sort_by_time(std::vector<Occurrence>& occurrences) {
  std::ranges::sort(occurrences, {}, [](const Occurrence& one) {
    return std::tuple{one.due, one.id.night, one.step_index, one.id.number};
  });
}

std::vector<Occurrence> occurrences_in(const Schedule& schedule, Span span) {
  std::vector<Occurrence> all;
  for (int night = 0; night < span.nights; ++night) {
    auto some = schedule.occurrences(span.from + night);
    all.insert(all.end(), std::move_iterator{some.begin()}, std::move_iterator{some.end()});
  }
  return all;
}

/// Somebody who never wrote a schedule should know that this one is not theirs.
void tell_of_starter(const Invocation& invocation, const Surroundings& surroundings) {
  if (schedule_file(invocation, surroundings) != surroundings.places.starter) return;
  surroundings.out.line(
      surroundings.ink.faint(tr("This is the starter schedule. calmcalf init makes it your own, to be changed.")));
}

/// What is the same in every occurrence of a step, as JSON.
struct StepText {
  std::string id;
  std::string title;
};

void print_json(const Schedule& schedule, Span span, Output& out) {
  std::vector<StepText> steps;
  for (const auto& step : schedule.routine().steps)
    steps.push_back({json_string(step.id.text), json_string(step.title)});
  auto all = occurrences_in(schedule, span);
  sort_by_time(all);

  const auto iso = [&](Instant instant) { return to_iso(instant, schedule.zone().offset_at(instant)); };
  JsonArray array{out};
  fmt::memory_buffer element;
  for (const auto& occurrence : all) {
    const auto& step = steps[occurrence.step_index];
    element.clear();
    fmt::format_to(std::back_inserter(element),
                   R"({{"night":"{}","step":{},"number":{},"at":"{}","expires":"{}","title":{}}})",
                   to_iso(occurrence.id.night), step.id, occurrence.id.number, iso(occurrence.due),
                   iso(occurrence.closes), step.title);
    array.add({element.data(), element.size()});
  }
  array.close();
}

void print_night(const Schedule& schedule, Night night, const Surroundings& surroundings) {
  auto& out = surroundings.out;
  const auto& ink = surroundings.ink;
  const auto& zone = schedule.zone();
  const auto clock = [&](Instant instant) { return time_in_night(instant, zone.offset_at(instant), night); };
  const auto date = ink.strong(date_in_words(night));
  if (schedule.is_rest_day(night)) return out.line(fmt::format("{}  {}", date, ink.faint(tr("rest day"))));
  out.line(fmt::format("{}  {}", date, ink.faint(tr("bed at {}", clock(schedule.bedtime(night))))));
  auto occurrences = schedule.occurrences(night);
  sort_by_time(occurrences);
  std::size_t time_width = 9;
  for (const auto& occurrence : occurrences) time_width = std::max(time_width, columns_of(clock(occurrence.due)));
  for (const auto& occurrence : occurrences) {
    const auto& title = schedule.routine().steps.at(occurrence.step_index).title;
    out.line(fmt::format("  {}  {}", padded(clock(occurrence.due), time_width), printable(title)));
  }
}

ExitStatus run_preview(const Invocation& invocation, Surroundings& surroundings) {
  const auto from = night_of(invocation, "--from");
  const auto nights = number_of(invocation, "--nights", possible_nights).value_or(usual_nights);
  const auto schedule = usable_schedule(invocation, surroundings);
  const Span span{from ? *from : tonight(schedule, surroundings.clock.now()), nights};
  if (invocation.wants_json()) {
    print_json(schedule, span, surroundings.out);
  } else {
    for (int night = 0; night < span.nights; ++night) print_night(schedule, span.from + night, surroundings);
    tell_of_starter(invocation, surroundings);
  }
  return ExitStatus::done;
}

}  // namespace

Command preview_command() {
  return {
      .name = "preview",
      .summary = tr_noop("show when everything in the schedule will fire"),
      .about = tr_noop("Shows every reminder of the coming nights, at the time on the clock: of the zone\n"
                       "that the schedule names, else of your own. A night is called by the date of its\n"
                       "evening: what comes after midnight stands under the evening before, with the\n"
                       "weekday that it falls on. This is the plan: what was answered, paused or put off\n"
                       "tonight makes no difference to it."),
      .options = {{"--from", "DATE", tr_noop("the first night, such as 2026-11-23 (default: tonight)"), Kind::night},
                  {"--nights", "N", tr_noop("how many nights, 1 to 36525 (default: 7)")}},
      .examples = {{"calmcalf preview", tr_noop("the coming week")},
                   {"calmcalf preview --from 2026-12-24 --nights 3", tr_noop("how Christmas will be")},
                   {"calmcalf preview --schedule trial.toml", tr_noop("what if?")},
                   {"calmcalf preview --json --nights 365", tr_noop("a year, for a program")}},
      .run = run_preview};
}

}  // namespace calmcalf::cli
