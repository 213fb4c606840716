// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/report/bars.hpp"

#include <algorithm>

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
constexpr double label_width = 96;
constexpr double number_width = 40;
constexpr double lying_bar = 14;

}  // namespace

void write_upright_bars(Markup& out, Drawing drawing, const std::vector<Bar>& bars, int most) {
  drawing.width = upright_width;
  drawing.height = upright_height;
  draw(out, drawing, [&] {
    const auto place = upright_width / static_cast<double>(std::max<std::size_t>(bars.size(), 1));
    double left = 0;
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
      if (!bar.label.empty()) write_label(out, "middle", {middle, label_line}, bar.label);
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
  draw(out, drawing, [&] {
    double top = 1;
    for (const auto& bar : bars) {
      const auto length = (lying_width - label_width - number_width) * bar.number / longest;
      const auto line = top + lying_row / 2.0 + 4;
      write_label(out, "end", {label_width - 8, line}, bar.label);
      if (bar.number > 0) write_box(out, "bar", {label_width, top + (lying_row - lying_bar) / 2}, {length, lying_bar});
      write_label(out, "number", {label_width + length + 6, line}, std::to_string(bar.number));
      top += lying_row;
    }
    write_line(out, "axis", {label_width, 0}, {label_width, top});
  });
}

}  // namespace calmcalf::cli
