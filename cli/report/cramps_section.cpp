// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include <algorithm>

#include <fmt/format.h>

#include "cli/report/bars.hpp"
#include "cli/report/cramp_figures.hpp"
#include "cli/report/data_table.hpp"
#include "cli/report/hours.hpp"
#include "cli/report/sections.hpp"
#include "language/local_dates.hpp"
#include "language/numbers.hpp"
#include "language/tr.hpp"
#include "language/words.hpp"

namespace calmcalf::cli {
namespace {

using CrampQuarter = std::vector<CrampWeek>;

std::vector<Bar> bars_of(const CrampQuarter& quarter) {
  std::vector<Bar> bars;
  std::optional<std::chrono::month> named;
  for (const auto& week : quarter) {
    const auto month = week.monday.date().month();
    bars.push_back({.label = named == month ? std::string{} : short_month(month),
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
  DataTable table{
      .caption = tr("Cramps by week"), .columns = {tr("Week of"), tr("Cramps"), tr("Nights known")}, .rows = {}};
  for (const auto& quarter : quarters)
    for (const auto& week : quarter)
      table.rows.push_back(
          {day_in_words(week.monday), std::to_string(week.cramps), tr("{} of {}", week.nights_known, 7)});
  return table;
}

void write_weeks(Markup& out, const ReportMaterial& material) {
  const auto quarters = cramp_quarters(material.nights, material.recent);
  const auto most = most_in_a_week(quarters);
  out.element("h3", tr("By week"));
  out.element("p", {{"class", "hint"}},
              tr("Each bar is a week from Monday on. A dash: the diary says nothing of that week."));
  out.element("ul", {{"class", "quarters plain"}}, [&] {
    for (const auto& quarter : quarters) {
      const auto first = quarter.front().monday;
      const auto last = quarter.back().monday + 6;
      Drawing drawing{.id = fmt::format("weeks-{}", first.evening.time_since_epoch().count()),
                      .title = tr("Cramps by week, from {} to {}", day_in_words(first), day_in_words(last)),
                      .description = tr_plural("13 bars. There was {} cramp in these weeks.",
                                               "13 bars. There were {} cramps in these weeks.", cramps_in(quarter))};
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
    bars.push_back({.label = hour_label(hour), .number = figures.hours.at(static_cast<std::size_t>(hour))});
  write_chart(
      out, tr("By hour"),
      {.id = "hours",
       .title = tr("Cramps by hour of the night"),
       .description = tr_plural("A bar an hour. Of {} cramp, {} have a time.",
                                "A bar an hour. Of {} cramps, {} have a time.", figures.cramps, figures.with_time)},
      {.caption = tr("Cramps by hour"), .columns = {tr("From this hour on"), tr("Cramps")}, .rows = {}}, bars,
      [&](Drawing drawing) {
        write_upright_bars(out, std::move(drawing), bars, *std::ranges::max_element(figures.hours));
      });
}

template <class Kind, std::size_t count>
std::vector<Bar> named_bars(const std::array<int, count>& numbers, int of_all) {
  std::vector<Bar> bars;
  auto rest = of_all;
  for (std::size_t place = 0; place < count; ++place) {
    bars.push_back({.label = in_words(static_cast<Kind>(place)), .number = numbers.at(place)});
    rest -= numbers.at(place);
  }
  bars.push_back({.label = tr("not said"), .number = rest});
  return bars;
}

template <class Kind, std::size_t count>
void write_kinds(Markup& out, std::string_view heading, const std::string& id, const std::string& title,
                 const std::array<int, count>& numbers, int of_all) {
  const auto bars = named_bars<Kind>(numbers, of_all);
  write_chart(out, heading,
              {.id = id,
               .title = title,
               .description = tr_plural("{1} bars, for {0} cramp in all.", "{1} bars, for {0} cramps in all.", of_all,
                                        bars.size())},
              {.caption = title, .columns = {tr("Where"), tr("Cramps")}, .rows = {}}, bars,
              [&](Drawing drawing) { write_lying_bars(out, std::move(drawing), bars); });
}

std::string what_is_known(const CrampFigures& figures) {
  if (figures.nights_known == 0) return tr("The diary knows of no night in this time yet.");
  if (figures.cramps == 0)
    return tr_plural("No cramp in {} night known.", "No cramp in {} nights known.", figures.nights_known);
  return tr("{} of {} nights known had cramps: {} in all, {} a week.", figures.nights_with, figures.nights_known,
            figures.cramps, decimal(*figures.per_week(), 1));
}

}  // namespace

void write_cramps(Markup& out, const ReportMaterial& material) {
  const auto figures = cramp_figures(material, material.recent);
  out.element("section", {{"id", "cramps"}, {"aria-labelledby", "cramps-heading"}}, [&] {
    out.element("h2", {{"id", "cramps-heading"}}, tr("Cramps"));
    out.element(
        "p", tr("The nights from {} to {}.", day_in_words(material.recent.first), day_in_words(material.recent.last)) +
                 " " + what_is_known(figures));
    if (figures.cramps == 0) return;
    write_weeks(out, material);
    out.element("div", {{"class", "charts"}}, [&] {
      write_hours(out, figures);
      write_kinds<CrampSide>(out, tr("By side"), "sides", tr("Cramps by side"), figures.sides, figures.cramps);
      write_kinds<Muscle>(out, tr("By muscle"), "muscles", tr("Cramps by muscle"), figures.muscles, figures.cramps);
    });
  });
}

}  // namespace calmcalf::cli
