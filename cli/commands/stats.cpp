// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <string>

#include <nlohmann/json.hpp>

#include "cli/command.hpp"
#include "cli/comparison_words.hpp"
#include "cli/json_array.hpp"
#include "cli/recorded.hpp"
#include "cli/statistics_page.hpp"
#include "domain/statistics.hpp"
#include "language/tr.hpp"

namespace calmcalf::cli {
namespace {

using Json = nlohmann::ordered_json;

Json step_json(const StepStatistics& step) {
  return {{"due", step.due},       {"done", step.done},     {"skipped", step.skipped}, {"missed", step.missed},
          {"unseen", step.unseen}, {"paused", step.paused}, {"streak", step.streak},   {"strength", step.strength()}};
}

Json cramps_json(const CrampStatistics& cramps) {
  const auto per_week = cramps.per_week();
  return {{"nights_known", cramps.nights_known},
          {"nights_with", cramps.nights_with},
          {"per_week", per_week ? Json(*per_week) : Json()}};
}

/// In proportions, 0 to 1.
Json group_json(Count count, const std::optional<Interval>& interval) {
  return {{"k", count.k},
          {"n", count.n},
          {"low", interval ? Json(interval->low) : Json()},
          {"high", interval ? Json(interval->high) : Json()}};
}

/// In percentage points.
Json difference_json(const Comparison& comparison) {
  constexpr double points = 100;
  if (!comparison.difference) return {};
  return {{"points", comparison.difference_in_proportion() * points},
          {"low", comparison.difference->low * points},
          {"high", comparison.difference->high * points}};
}

Json statistics_json(const Statistics& statistics) {
  const auto& comparison = statistics.comparison;
  auto steps = Json::object();
  for (const auto& [id, step] : statistics.steps) steps[id.text] = step_json(step);
  return {{"nights", statistics.nights},
          {"steps", std::move(steps)},
          {"cramps", cramps_json(statistics.cramps)},
          {"comparison",
           {{"with", group_json(comparison.with, comparison.with_interval)},
            {"without", group_json(comparison.without, comparison.without_interval)},
            {"difference", difference_json(comparison)},
            {"says", verdict_of(comparison).append(" ").append(comparison_caveat())}}}};
}

std::string nothing_to_count(const NightRange& nights) {
  return nights.is_all()
             ? tr("There is nothing to count yet: answers to reminders and the diary of cramps are counted here.")
             : tr("There is nothing to count in these nights.");
}

PageManner manner_of(const Invocation& invocation, const Surroundings& surroundings) {
  constexpr std::size_t narrowest = 40;
  PageManner manner{.explains = invocation.has("--explain"), .ink = surroundings.ink};
  manner.width = std::clamp(surroundings.out.columns().value_or(manner.width), narrowest, manner.width);
  return manner;
}

ExitStatus run_stats(const Invocation& invocation, Surroundings& surroundings) {
  const auto nights = asked_nights(invocation);
  const auto statistics = statistics_of(Standing{recorded(invocation, surroundings, nights)});
  auto& out = surroundings.out;
  if (invocation.wants_json())
    out.line(json_text(statistics_json(statistics)));
  else if (statistics.nights == 0)
    out.line(nothing_to_count(nights));
  else
    out.write(statistics_page(statistics, manner_of(invocation, surroundings)));
  return ExitStatus::done;
}

}  // namespace

Command stats_command() {
  return {.name = "stats",
          .summary = tr_noop("show how often steps were done, and cramps"),
          .about = tr_noop("Shows how often each step was done, of all times that it was due and that have\n"
                           "ended; in how many nights in a row; and its strength, which grows with every\n"
                           "night that it is done and halves in 13 nights without. Then the nights with a\n"
                           "cramp, and how they compare: nights with the routine done, and all others that\n"
                           "the diary knows. That comparison says when it cannot tell, and it never shows a\n"
                           "cause.\n"
                           "\n"
                           "With --from or --until it is of those nights alone.\n"
                           "\n"
                           "Exit status: 1 where the history is there but cannot be read."),
          .options = {{"--from", "D", tr_noop("the first night, such as 2026-11-23 (default: all)"), Kind::past_night},
                      {"--until", "D", tr_noop("the last night (default: all)"), Kind::past_night},
                      {"--explain", "", tr_noop("say below each figure how it came about")}},
          .examples = {{"calmcalf stats", tr_noop("all of it")},
                       {"calmcalf stats --from 2026-11-01 --explain", tr_noop("where do the figures come from?")},
                       {"calmcalf stats --json | jq .cramps.per_week", tr_noop("for a program")}},
          .run = run_stats};
}

}  // namespace calmcalf::cli
