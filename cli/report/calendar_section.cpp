// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include <chrono>

#include <fmt/format.h>

#include "cli/report/data_table.hpp"
#include "cli/report/drawing.hpp"
#include "cli/report/sections.hpp"
#include "language/local_dates.hpp"
#include "language/tr.hpp"

namespace calmcalf::cli {
namespace {

constexpr int cell = 24;
constexpr int days_of_week = 7;
constexpr int letters_height = 16;
constexpr double inset = 1;
constexpr double mark_radius = 5;
constexpr double legend_mark_radius = 7;

/// How the calendar counts a month, or a part of one.
struct MonthFigures {
  int routine_done = 0;  ///< nights with every step that counted done
  int counted = 0;       ///< nights with a step that counted
  int cramp_nights = 0;
  int known = 0;  ///< nights known to the diary
  int cramps = 0;
};

void count_night(const CalendarNight& night, MonthFigures& figures) {
  if (night.share() == ShareDone::all) ++figures.routine_done;
  if (night.counted > 0) ++figures.counted;
  if (night.cramps > 0) ++figures.cramp_nights;
  if (night.known) ++figures.known;
  figures.cramps += night.cramps;
}

std::chrono::year_month month_of(Night night) {
  const auto date = night.date();
  return date.year() / date.month();
}

Night first_night_of(std::chrono::year_month month) {
  return {std::chrono::local_days{month / std::chrono::day{1}}};
}

/// Weeks that a month touches: rows of its grid.
int weeks_of_month(std::chrono::year_month month) {
  const auto first = first_night_of(month);
  const auto days = first_night_of(month + std::chrono::months{1}) - first;
  return (place_in_week(first) + days + days_of_week - 1) / days_of_week;
}

MonthFigures figures_of_month(const ReportMaterial& material, std::chrono::year_month month) {
  MonthFigures figures;
  const auto end = material.nights.lower_bound(first_night_of(month + std::chrono::months{1}));
  for (auto night = material.nights.lower_bound(first_night_of(month)); night != end; ++night)
    if (material.all.has(night->first)) count_night(night->second, figures);
  return figures;
}

std::string_view shade_of(ShareDone share) {
  switch (share) {
    case ShareDone::nothing_counted:
      return "night";
    case ShareDone::none:
      return "night none";
    case ShareDone::under_half:
      return "night some";
    case ShareDone::half_or_more:
      return "night most";
    case ShareDone::all:
      return "night every";
  }
  return {};
}

std::string share_in_words(ShareDone share) {
  switch (share) {
    case ShareDone::nothing_counted:
      return tr("nothing to do, or nothing known");
    case ShareDone::none:
      return tr("no step done");
    case ShareDone::under_half:
      return tr("under half of the steps done");
    case ShareDone::half_or_more:
      return tr("half of the steps or more");
    case ShareDone::all:
      return tr("all steps done");
  }
  return {};
}

void write_night(Markup& out, Night evening, const CalendarNight* night, Point corner) {
  const auto share = night == nullptr ? ShareDone::nothing_counted : night->share();
  write_box(out, shade_of(share), {corner.x + inset, corner.y + inset}, {cell - 2 * inset, cell - 2 * inset});
  write_label(out, share == ShareDone::all ? "middle on-dark" : "middle", {corner.x + cell / 2.0, corner.y + 15},
              std::to_string(static_cast<unsigned>(evening.date().day())));
  if (night != nullptr && night->cramps > 0)
    write_diamond(out, "cramp", {corner.x + cell - mark_radius, corner.y + mark_radius}, mark_radius);
}

void write_month(Markup& out, const ReportMaterial& material, std::chrono::year_month month) {
  const auto figures = figures_of_month(material, month);
  const auto name = month_in_words(month);
  const Drawing drawing{
      .id = fmt::format("month-{}-{}", static_cast<int>(month.year()), static_cast<unsigned>(month.month())),
      .width = days_of_week * cell,
      .height = letters_height + weeks_of_month(month) * cell,
      .title = name,
      .description = tr("All steps were done in {} of {} nights with steps. Cramps in {} of {} nights known.",
                        figures.routine_done, figures.counted, figures.cramp_nights, figures.known)};
  out.element("li", {}, [&] {
    out.element("p", {{"class", "month-name"}, {"aria-hidden", "true"}}, name);
    draw(out, drawing, [&] {
      for (int day = 0; day < days_of_week; ++day)
        write_label(out, "middle faint", {(day + 0.5) * cell, letters_height - 5.0},
                    weekday_letter(first_weekday() + std::chrono::days{day}));
      int place = place_in_week(first_night_of(month));
      for (auto night = first_night_of(month); month_of(night) == month; night = night.next(), ++place) {
        if (!material.all.has(night)) continue;
        const auto known = material.nights.find(night);
        const auto column = place % days_of_week;
        const auto row = place / days_of_week;
        write_night(out, night, known == material.nights.end() ? nullptr : &known->second,
                    {static_cast<double>(column * cell), static_cast<double>(letters_height + row * cell)});
      }
    });
  });
}

void write_legend(Markup& out) {
  const auto sample = [&](auto draw_sample, std::string_view meaning) {
    out.element("li", {}, [&] {
      out.element("svg", {{"class", "sample"}, {"viewBox", view_box(cell, cell)}, {"aria-hidden", "true"}},
                  draw_sample);
      out.text(meaning);
    });
  };
  out.element("ul", {{"class", "legend plain"}}, [&] {
    for (const auto share :
         {ShareDone::nothing_counted, ShareDone::none, ShareDone::under_half, ShareDone::half_or_more, ShareDone::all})
      sample([&] { write_box(out, shade_of(share), {inset, inset}, {cell - 2 * inset, cell - 2 * inset}); },
             share_in_words(share));
    sample([&] { write_diamond(out, "cramp", {cell / 2.0, cell / 2.0}, legend_mark_radius); },
           tr("a cramp, or several"));
  });
}

std::string diary_in_words(const CalendarNight& night) {
  if (!night.known) return tr("not known");
  if (night.cramps == 0) return tr("no cramp");
  return tr_plural("{} cramp", "{} cramps", night.cramps);
}

DataTable nights_as_table(const ReportMaterial& material) {
  DataTable table{.caption = tr("Every night from {} to {}", day_in_words(material.recent.first),
                                day_in_words(material.recent.last)),
                  .columns = {tr("Night"), tr("Steps done"), tr("Cramps")},
                  .rows = {}};
  for (const auto& [evening, night] : material.nights)
    if (material.recent.has(evening))
      table.rows.push_back({day_in_words(evening), tr("{} of {}", night.done, night.counted), diary_in_words(night)});
  return table;
}

/// Month by month, what the drawings leave out; from the latest on.
DataTable months_before(const ReportMaterial& material) {
  DataTable table{.caption = tr("The months before"),
                  .columns = {tr("Month"), tr("All steps done"), tr("Nights with cramps"), tr("Cramps")},
                  .rows = {}};
  for (auto month = month_of(material.recent.first - 1); month >= month_of(material.all.first);
       month -= std::chrono::months{1}) {
    const auto figures = figures_of_month(material, month);
    table.rows.push_back({month_in_words(month), tr("{} of {} nights", figures.routine_done, figures.counted),
                          tr("{} of {} known", figures.cramp_nights, figures.known), std::to_string(figures.cramps)});
  }
  return table;
}

}  // namespace

void write_calendar(Markup& out, const ReportMaterial& material) {
  out.element("section", {{"id", "calendar"}, {"aria-labelledby", "calendar-heading"}}, [&] {
    out.element("h2", {{"id", "calendar-heading"}}, tr("Nights"));
    out.element("p", tr("A night without a diamond had no cramp, or the diary says nothing of it."));
    write_legend(out);
    out.element("ul", {{"class", "months plain"}}, [&] {
      for (auto month = month_of(material.recent.first); month <= month_of(material.recent.last);
           month += std::chrono::months{1})
        write_month(out, material, month);
    });
    write_folded_table(out, nights_as_table(material));
    if (material.all.first < material.recent.first) write_folded_table(out, months_before(material));
  });
}

}  // namespace calmcalf::cli
