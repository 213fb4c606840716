// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "cli/printable.hpp"
#include "cli/report/data_table.hpp"
#include "cli/report/drawing.hpp"
#include "cli/report/sections.hpp"
#include "language/columns.hpp"
#include "language/local_dates.hpp"
#include "language/tr.hpp"

namespace calmcalf::cli {
namespace {

constexpr double all_of_it = 100;  // percent
constexpr int dash_patterns = 8;   // that the style sheet knows; with as many colours less one no two lines are alike
constexpr int line_colours = 5;
constexpr std::size_t points_of_line = 60;  // about so many are drawn

/// A step's strength over the period.
struct StrengthLine {
  std::string title;
  std::vector<Night> nights;
  std::vector<double> strengths;
};

std::vector<StrengthLine> strength_lines(const ReportMaterial& material) {
  std::vector<StrengthLine> lines;
  for (const auto& [id, step] : material.statistics.steps) {
    StrengthLine line{.title = material.title_of(id), .nights = {}, .strengths = {}};
    for (std::size_t place = 0; place < step.nights.size(); ++place) {
      if (!material.recent.has(step.nights[place].night)) continue;
      line.nights.push_back(step.nights[place].night);
      line.strengths.push_back(step.strengths[place]);
    }
    if (!line.nights.empty()) lines.push_back(std::move(line));
  }
  std::ranges::stable_sort(lines, std::ranges::greater{},
                           [](const StrengthLine& line) { return line.strengths.back(); });
  return lines;
}

std::string in_percent(double strength) {
  return fmt::format("{:.0f} %", strength * all_of_it);
}

/// What of it fits into `most` columns, an ellipsis behind what was cut off.
std::string shortened(std::string_view text, std::size_t most) {
  std::string kept;
  for (std::size_t columns = 0; !text.empty();) {
    const auto character = text.substr(0, std::max<std::size_t>(character_length(text), 1));
    columns += columns_of(character);
    if (columns > most) return kept + "\u2026";
    kept += character;
    text.remove_prefix(character.size());
  }
  return kept;
}

/// How the drawing is laid out: for a wide screen or paper, or for a phone.
struct StrengthLayout {
  std::string id;
  std::string css_class;
  int width = 0;
  int labels = 0;  ///< room for them at the end of the lines
  int plot_height = 0;
  std::size_t letters = 0;  ///< of a label; a wide one counts twice
};

class StrengthDrawing {
 public:
  StrengthDrawing(Markup& out, const Period& period, const StrengthLayout& layout)
      : out_{out}, period_{period}, layout_{layout} {}

  void write(const std::vector<StrengthLine>& lines) {
    const auto labels_height = label_row * static_cast<int>(lines.size());
    const auto height = top + std::max(layout_.plot_height, labels_height) + bottom;
    const auto days = period_.last - period_.first + 1;
    const Drawing drawing{
        .id = layout_.id,
        .width = layout_.width,
        .height = height,
        .title = tr("Strength of each step over time"),
        .description = tr_plural("{} line over {} days, from 0 to 100 percent. The strongest now is \"{}\" with {}, "
                                 "the weakest \"{}\" with {}. The table below has the figures.",
                                 "{} lines over {} days, from 0 to 100 percent. The strongest now is \"{}\" with {}, "
                                 "the weakest \"{}\" with {}. The table below has the figures.",
                                 lines.size(), days, lines.front().title, in_percent(lines.front().strengths.back()),
                                 lines.back().title, in_percent(lines.back().strengths.back())),
        .css_class = layout_.css_class};
    draw(out_, drawing, [&] {
      write_frame();
      const auto places = label_places(lines);
      for (std::size_t place = 0; place < lines.size(); ++place) write_line_of(lines[place], place, places[place]);
    });
  }

 private:
  static constexpr int top = 10;
  static constexpr int bottom = 22;
  static constexpr int left = 48;
  static constexpr int label_row = 16;
  static constexpr double leader = 14;

  [[nodiscard]] double right() const { return layout_.width - layout_.labels; }
  [[nodiscard]] double x_of(Night night) const {
    const auto span = std::max(period_.last - period_.first, 1);
    return left + (right() - left) * (night - period_.first) / span;
  }
  [[nodiscard]] double y_of(double strength) const { return top + layout_.plot_height * (1 - strength); }

  void write_frame() {
    for (const auto level : {0.0, 0.5, 1.0}) {
      chart_line("grid", {left, y_of(level)}, {right(), y_of(level)});
      write_label(out_, "end faint", {left - 6, y_of(level) + 4}, in_percent(level));
    }
    write_months();
  }

  /// Where a month begins, as many of them as there is room for.
  void write_months() {
    constexpr double room = 34;
    double free_from = left;
    for (auto night = period_.first; night <= period_.last; night = night.next()) {
      if (night.date().day() != std::chrono::day{1}) continue;
      const auto x = x_of(night);
      chart_line("tick", {x, y_of(0)}, {x, y_of(0) + 4});
      if (x < free_from || x + room > right() + leader) continue;
      write_label(out_, "faint", {x, y_of(0) + 17}, short_month(night.date().month()));
      free_from = x + room;
    }
  }

  void chart_line(std::string_view css_class, Point from, Point to) { write_line(out_, css_class, from, to); }

  /// Beside the ends of their lines, each as near as it can be without covering another: labels that would are moved
  /// apart around their middle. Lines come strongest first.
  [[nodiscard]] std::vector<double> label_places(const std::vector<StrengthLine>& lines) const {
    struct Group {
      double sum = 0;  ///< of where its first label would be for the sake of each of them
      int labels = 0;
      [[nodiscard]] double first() const { return sum / labels; }
    };
    std::vector<Group> groups;
    for (const auto& line : lines) {
      groups.push_back({y_of(line.strengths.back()), 1});
      while (groups.size() > 1 &&
             groups[groups.size() - 2].first() + label_row * groups[groups.size() - 2].labels > groups.back().first()) {
        const auto below = groups.back();
        groups.pop_back();
        auto& group = groups.back();
        group.sum += below.sum - static_cast<double>(label_row) * group.labels * below.labels;
        group.labels += below.labels;
      }
    }
    std::vector<double> places;
    double next = top;
    for (const auto& group : groups) {
      next = std::max(next, group.first());
      for (int label = 0; label < group.labels; ++label, next += label_row) places.push_back(next);
    }
    return places;
  }

  void write_line_of(const StrengthLine& line, std::size_t place, double label_y) {
    const auto look = fmt::format("dash{} colour{}", place % dash_patterns, place % line_colours);
    std::string points;
    const auto stride = line.nights.size() / points_of_line + 1;
    for (std::size_t night = (line.nights.size() - 1) % stride; night < line.nights.size(); night += stride)
      points += fmt::format("{},{} ", coordinate(x_of(line.nights[night])), coordinate(y_of(line.strengths[night])));
    points.pop_back();
    out_.shape("polyline", {{"class", "line " + look}, {"points", points}});
    const Point end{x_of(line.nights.back()), y_of(line.strengths.back())};
    out_.shape("circle",
               {{"class", "end-point " + look}, {"cx", coordinate(end.x)}, {"cy", coordinate(end.y)}, {"r", "2.5"}});
    chart_line("leader", {end.x + 4, end.y}, {right() + leader, label_y});
    write_label(out_, "line-label", {right() + leader + 4, label_y + 4},
                fmt::format("{} {}", in_percent(line.strengths.back()), shortened(line.title, layout_.letters)));
  }

  Markup& out_;
  const Period& period_;
  const StrengthLayout& layout_;
};

/// After the last night up to `night`; a dash before there was one.
std::string strength_by(const StrengthLine& line, Night night) {
  const auto after = std::ranges::upper_bound(line.nights, night);
  if (after == line.nights.begin()) return "\u2013";
  return in_percent(line.strengths[static_cast<std::size_t>(after - line.nights.begin() - 1)]);
}

DataTable strengths_as_table(const std::vector<StrengthLine>& lines, const Period& period) {
  constexpr int moments = 5;
  DataTable table{.caption = tr("Strength of each step over time"), .columns = {tr("Step")}, .rows = {}};
  std::vector<Night> nights;
  for (int moment = 1; moment <= moments; ++moment) {
    const auto night = period.first + (period.last - period.first) * moment / moments;
    if (!nights.empty() && nights.back() == night) continue;
    nights.push_back(night);
    table.columns.push_back(day_in_words(night));
  }
  for (const auto& line : lines) {
    auto& row = table.rows.emplace_back(std::vector{line.title});
    for (const auto night : nights) row.push_back(strength_by(line, night));
  }
  return table;
}

}  // namespace

void write_strength(Markup& out, const ReportMaterial& material) {
  out.element("section", {{"id", "strength"}, {"aria-labelledby", "strength-heading"}}, [&] {
    out.element("h2", {{"id", "strength-heading"}}, tr("Strength"));
    const auto lines = strength_lines(material);
    if (lines.empty()) return out.element("p", tr("No step has ended in these nights yet."));
    out.element("p", tr("It grows with every night that a step is done, and halves in {} nights without. "
                        "Skipped and paused nights are left out.",
                        StepStatistics::half_life));
    const StrengthLayout wide{.id = "strength-wide",
                              .css_class = "drawing wide",
                              .width = 720,
                              .labels = 200,
                              .plot_height = 200,
                              .letters = 24};
    const StrengthLayout narrow{.id = "strength-narrow",
                                .css_class = "drawing narrow",
                                .width = 340,
                                .labels = 132,
                                .plot_height = 180,
                                .letters = 12};
    StrengthDrawing{out, material.recent, wide}.write(lines);
    StrengthDrawing{out, material.recent, narrow}.write(lines);
    write_folded_table(out, strengths_as_table(lines, material.recent));
  });
}

}  // namespace calmcalf::cli
