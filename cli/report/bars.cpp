// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/report/bars.hpp"

#include <algorithm>

#include "language/columns.hpp"

namespace calmcalf::cli {
namespace {

constexpr int upright_width = 240;
constexpr int upright_height = 108;
constexpr double ground = 88;  ///< y, where upright bars stand
constexpr double full_height = 70;
constexpr double label_line = 102;  ///< y
constexpr double gap_share = 0.22;

constexpr int lying_width = 340;
constexpr int lying_row = 22;
constexpr double least_label_width = 96;
constexpr double most_label_width = 180;
constexpr double number_width = 40;
constexpr double lying_bar = 14;

constexpr double gap_beside_label = 8;
constexpr double gap_between_labels = 5;

/// About as wide as it is drawn, in a font of that size.
double width_of_label(const std::string& label, double font_size) {
  constexpr double width_of_column = 0.58;
  return static_cast<double>(columns_of(label)) * width_of_column * font_size;
}

/// Room for the longest of them, within reason.
double width_of_labels(const std::vector<Bar>& bars) {
  constexpr double font_size = 13;
  double width = least_label_width;
  for (const auto& bar : bars) width = std::max(width, width_of_label(bar.label, font_size) + gap_beside_label);
  return std::min(width, most_label_width);
}

}  // namespace

void write_upright_bars(Markup& out, Drawing drawing, const std::vector<Bar>& bars, int most) {
  drawing.width = upright_width;
  drawing.height = upright_height;
  draw(out, drawing, [&] {
    const auto place = upright_width / static_cast<double>(std::max<std::size_t>(bars.size(), 1));
    constexpr double font_size = 11;
    double left = 0;
    double free_from = -place;
    for (const auto& bar : bars) {
      const auto middle = left + place / 2;
      const auto height = full_height * bar.number / std::max(most, 1);
      if (bar.number > 0) {
        write_box(out, "bar", {left + place * gap_share / 2, ground - height}, {place * (1 - gap_share), height});
        write_label(out, "middle number", {middle, ground - height - 4}, std::to_string(bar.number));
      } else if (!bar.is_known) {
        write_line(out, "unknown", {left + place * gap_share, ground - 3},
                   {left + place * (1 - gap_share), ground - 3});
      }
      const auto half = std::min<double>(width_of_label(bar.label, font_size), upright_width) / 2;
      if (!bar.label.empty() && middle - half >= free_from) {
        write_label(out, "middle", {std::clamp(middle, half, upright_width - half), label_line}, bar.label);
        free_from = middle + half + gap_between_labels;
      }
      left += place;
    }
    write_line(out, "axis", {0, ground}, {upright_width, ground});
  });
}

void write_lying_bars(Markup& out, Drawing drawing, const std::vector<Bar>& bars) {
  drawing.width = lying_width;
  drawing.css_class += " lying";
  drawing.height = lying_row * static_cast<int>(bars.size()) + 2;
  const auto longest = bars.empty() ? 1 : std::max(1, std::ranges::max_element(bars, {}, &Bar::number)->number);
  const auto label_width = width_of_labels(bars);
  draw(out, drawing, [&] {
    double top = 1;
    for (const auto& bar : bars) {
      const auto length = (lying_width - label_width - number_width) * bar.number / longest;
      const auto line = top + lying_row / 2.0 + 4;
      write_label(out, "end", {label_width - gap_beside_label, line}, bar.label);
      if (bar.number > 0) write_box(out, "bar", {label_width, top + (lying_row - lying_bar) / 2}, {length, lying_bar});
      write_label(out, "number", {label_width + length + 6, line}, std::to_string(bar.number));
      top += lying_row;
    }
    write_line(out, "axis", {label_width, 0}, {label_width, top});
  });
}

}  // namespace calmcalf::cli
