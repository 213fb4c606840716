// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include "cli/comparison_words.hpp"
#include "cli/report/data_table.hpp"
#include "cli/report/drawing.hpp"
#include "cli/report/sections.hpp"
#include "language/local_dates.hpp"
#include "language/tr.hpp"

namespace calmcalf::cli {
namespace {

constexpr int interval_width = 340;
constexpr int interval_height = 124;
constexpr double interval_left = 10;
constexpr double interval_right = 330;
constexpr double interval_ground = 100;  // y

std::string percent_in_words(double proportion) {
  constexpr double percent = 100;
  return fmt::format("{:.0f} %", proportion * percent);
}

std::string interval_in_words(const std::optional<Interval>& interval) {
  if (!interval) return tr("too few nights");
  return tr("{} to {}", percent_in_words(interval->low), percent_in_words(interval->high));
}

double place_of(double proportion) {
  return interval_left + (interval_right - interval_left) * proportion;
}

void write_interval(Markup& out, std::string_view name, Count count, const Interval& interval, double y) {
  constexpr double whisker = 5;
  constexpr double label_above = 12;
  // TRANSLATORS: a name, and what is said of it
  const auto label = tr("{}: {}", name, percent_in_words(count.proportion()));
  write_label(out, "", {interval_left, y - label_above}, label);
  write_line(out, "interval", {place_of(interval.low), y}, {place_of(interval.high), y});
  for (const auto end : {interval.low, interval.high})
    write_line(out, "interval", {place_of(end), y - whisker}, {place_of(end), y + whisker});
  out.shape(
      "circle",
      {{"class", "estimate"}, {"cx", coordinate(place_of(count.proportion()))}, {"cy", coordinate(y)}, {"r", "5"}});
}

void write_intervals(Markup& out, const Comparison& comparison) {
  const Drawing drawing{
      .id = "comparison-drawing",
      .width = interval_width,
      .height = interval_height,
      .title = tr("Share of nights with cramps"),
      .description =
          tr("With the routine done {}, 95 % interval {}. Other nights {}, 95 % interval {}.",
             percent_in_words(comparison.with.proportion()), interval_in_words(comparison.with_interval),
             percent_in_words(comparison.without.proportion()), interval_in_words(comparison.without_interval))};
  draw(out, drawing, [&] {
    for (const auto share : {0.0, 0.5, 1.0})
      write_line(out, "grid", {place_of(share), 0}, {place_of(share), interval_ground});
    write_label(out, "faint", {interval_left, interval_ground + 16}, percent_in_words(0));
    write_label(out, "middle faint", {place_of(0.5), interval_ground + 16}, percent_in_words(0.5));
    write_label(out, "end faint", {interval_right, interval_ground + 16}, percent_in_words(1));
    write_interval(out, tr("Routine done"), comparison.with, *comparison.with_interval, 34);
    write_interval(out, tr("Other nights"), comparison.without, *comparison.without_interval, 82);
  });
}

std::vector<std::string> group_row(std::string name, Count count, const std::optional<Interval>& interval) {
  return {std::move(name), tr("{} of {}", count.k, count.n), percent_in_words(count.proportion()),
          interval_in_words(interval)};
}

}  // namespace

void write_comparison(Markup& out, const ReportMaterial& material) {
  const auto& comparison = material.statistics.comparison;
  out.element("section", {{"id", "comparison"}, {"aria-labelledby", "comparison-heading"}}, [&] {
    out.element("h2", {{"id", "comparison-heading"}}, tr("Routine and cramps"));
    out.element("p", {{"class", "verdict"}}, verdict_of(comparison));
    out.element("p", {{"class", "caveat"}}, comparison_caveat());
    if (comparison.difference) {
      write_intervals(out, comparison);
      out.element("p", tr("The difference is {}; its 95 % interval goes from {} to {}.",
                          points_in_words(comparison.difference_in_proportion()),
                          signed_points(comparison.difference->low), signed_points(comparison.difference->high)));
    }
    write_table(out, {.caption = tr("Nights with cramps, from {} to {}", day_in_words(material.all.first),
                                    day_in_words(material.all.last)),
                      .columns = {tr("Nights"), tr("With cramps"), tr_context("column: part of all nights", "Share"),
                                  tr("95 % interval")},
                      .rows = {group_row(tr("Routine done"), comparison.with, comparison.with_interval),
                               group_row(tr("Other nights"), comparison.without, comparison.without_interval)}});
  });
}

}  // namespace calmcalf::cli
