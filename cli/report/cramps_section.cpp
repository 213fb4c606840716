// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include <algorithm>

#include <fmt/format.h>

#include "cli/english_dates.hpp"
#include "cli/report/bars.hpp"
#include "cli/report/cramp_figures.hpp"
#include "cli/report/data_table.hpp"
#include "cli/report/sections.hpp"

namespace calmcalf::cli {
namespace {

using CrampQuarter = std::vector<CrampWeek>;

std::vector<Bar> bars_of(const CrampQuarter& quarter) {
  std::vector<Bar> bars;
  std::optional<std::chrono::month> named;
  for (const auto& week : quarter) {
    const auto month = week.monday.date().month();
    bars.push_back({.label = named == month ? std::string{} : std::string{short_month(month)},
                    .number = week.cramps,
                    .is_known = week.nights_known > 0});
    named = month;
  }
  // There is no room for two names side by side.
  for (std::size_t place = 1; place < bars.size(); ++place)
    if (!bars[place].label.empty() && !bars[place - 1].label.empty()) bars[place - 1].label.clear();
  return bars;
}

int most_in_a_week(const std::vector<CrampQuarter>& quarters) {
  int most = 1;
  for (const auto& quarter : quarters)
    for (const auto& week : quarter) most = std::max(most, week.cramps);
  return most;
}

int cramps_in(const CrampQuarter& quarter) {
  int cramps = 0;
  for (const auto& week : quarter) cramps += week.cramps;
  return cramps;
}

DataTable weeks_as_table(const std::vector<CrampQuarter>& quarters) {
  DataTable table{.caption = "Cramps by week", .columns = {"Week of", "Cramps", "Nights known"}, .rows = {}};
  for (const auto& quarter : quarters)
    for (const auto& week : quarter)
      table.rows.push_back(
          {day_in_words(week.monday), std::to_string(week.cramps), fmt::format("{} of 7", week.nights_known)});
  return table;
}

void write_weeks(Markup& out, const ReportMaterial& material) {
  const auto quarters = cramp_quarters(material.nights, material.recent);
  const auto most = most_in_a_week(quarters);
  out.element("h3", "By week");
  out.element("p", {{"class", "hint"}},
              "Each bar is a week from Monday on. A dash: the diary says nothing of that week.");
  out.element("ul", {{"class", "quarters plain"}}, [&] {
    for (const auto& quarter : quarters) {
      const auto first = quarter.front().monday;
      const auto last = quarter.back().monday + 6;
      Drawing drawing{.id = fmt::format("weeks-{}", first.evening.time_since_epoch().count()),
                      .title = fmt::format("Cramps by week, {}", in_words(Period{first, last})),
                      .description = fmt::format("13 bars. There were {} cramps in these weeks.", cramps_in(quarter))};
      out.element("li", {}, [&] { write_upright_bars(out, std::move(drawing), bars_of(quarter), most); });
    }
  });
  write_folded_table(out, weeks_as_table(quarters));
}

/// A drawing of bars with its table.
template <class WriteBars>
void write_chart(Markup& out, std::string_view heading, Drawing drawing, DataTable table, const std::vector<Bar>& bars,
                 WriteBars write_bars) {
  for (const auto& bar : bars) table.rows.push_back({bar.label, std::to_string(bar.number)});
  out.element("div", {{"class", "chart"}}, [&] {
    out.element("h3", heading);
    write_bars(std::move(drawing));
    write_folded_table(out, table);
  });
}

void write_hours(Markup& out, const CrampFigures& figures) {
  std::vector<Bar> bars;
  for (const auto hour : hours_to_show(figures.hours))
    bars.push_back({.label = fmt::format("{:02}", hour), .number = figures.hours.at(static_cast<std::size_t>(hour))});
  write_chart(
      out, "By hour",
      {.id = "hours",
       .title = "Cramps by hour of the night",
       .description = fmt::format("A bar an hour. Of {} cramps, {} have a time.", figures.cramps, figures.with_time)},
      {.caption = "Cramps by hour", .columns = {"From this hour on", "Cramps"}, .rows = {}}, bars,
      [&](Drawing drawing) {
        write_upright_bars(out, std::move(drawing), bars, *std::ranges::max_element(figures.hours));
      });
}

template <class Kind, std::size_t count>
std::vector<Bar> named_bars(const std::array<int, count>& numbers, int of_all) {
  std::vector<Bar> bars;
  auto rest = of_all;
  for (std::size_t place = 0; place < count; ++place) {
    bars.push_back({.label = std::string{name_of(static_cast<Kind>(place))}, .number = numbers.at(place)});
    rest -= numbers.at(place);
  }
  bars.push_back({.label = "not said", .number = rest});
  return bars;
}

template <class Kind, std::size_t count>
void write_kinds(Markup& out, std::string_view heading, const std::string& id, const std::string& title,
                 const std::array<int, count>& numbers, int of_all) {
  const auto bars = named_bars<Kind>(numbers, of_all);
  write_chart(
      out, heading,
      {.id = id, .title = title, .description = fmt::format("{} bars, for {} cramps in all.", bars.size(), of_all)},
      {.caption = title, .columns = {"Where", "Cramps"}, .rows = {}}, bars,
      [&](Drawing drawing) { write_lying_bars(out, std::move(drawing), bars); });
}

std::string what_is_known(const CrampFigures& figures) {
  if (figures.nights_known == 0) return "The diary knows of no night in this time yet.";
  if (figures.cramps == 0) return fmt::format("No cramp in {} nights known.", figures.nights_known);
  return fmt::format("{} of {} nights known had cramps: {} in all, {:.1f} a week.", figures.nights_with,
                     figures.nights_known, figures.cramps, *figures.per_week());
}

}  // namespace

void write_cramps(Markup& out, const ReportMaterial& material) {
  const auto figures = cramp_figures(material, material.recent);
  out.element("section", {{"id", "cramps"}, {"aria-labelledby", "cramps-heading"}}, [&] {
    out.element("h2", {{"id", "cramps-heading"}}, "Cramps");
    out.element("p", fmt::format("The nights {}.", in_words(material.recent)) + " " + what_is_known(figures));
    if (figures.cramps == 0) return;
    write_weeks(out, material);
    out.element("div", {{"class", "charts"}}, [&] {
      write_hours(out, figures);
      write_kinds<CrampSide>(out, "By side", "sides", "Cramps by side", figures.sides, figures.cramps);
      write_kinds<Muscle>(out, "By muscle", "muscles", "Cramps by muscle", figures.muscles, figures.cramps);
    });
  });
}

}  // namespace calmcalf::cli
