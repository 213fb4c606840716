// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/report/drawing.hpp"

#include <fmt/format.h>

namespace calmcalf::cli {

std::string coordinate(double value) {
  auto text = fmt::format("{:.1f}", value);
  if (text.ends_with(".0")) text.resize(text.size() - 2);
  return text == "-0" ? "0" : text;
}

std::string view_box(int width, int height) {
  return fmt::format("0 0 {} {}", width, height);
}

void write_line(Markup& out, std::string_view css_class, Point from, Point to) {
  out.shape("line", {{"class", std::string{css_class}},
                     {"x1", coordinate(from.x)},
                     {"y1", coordinate(from.y)},
                     {"x2", coordinate(to.x)},
                     {"y2", coordinate(to.y)}});
}

void write_box(Markup& out, std::string_view css_class, Point corner, Point size) {
  out.shape("rect", {{"class", std::string{css_class}},
                     {"x", coordinate(corner.x)},
                     {"y", coordinate(corner.y)},
                     {"width", coordinate(size.x)},
                     {"height", coordinate(size.y)}});
}

void write_label(Markup& out, std::string_view css_class, Point place, std::string_view text) {
  out.element("text", {{"class", std::string{css_class}}, {"x", coordinate(place.x)}, {"y", coordinate(place.y)}},
              text);
}

void write_diamond(Markup& out, std::string_view css_class, Point middle, double radius) {
  out.shape("path", {{"class", std::string{css_class}},
                     {"d", fmt::format("M{} {}l{} {} {} {} {} {}z", coordinate(middle.x), coordinate(middle.y - radius),
                                       coordinate(radius), coordinate(radius), coordinate(-radius), coordinate(radius),
                                       coordinate(-radius), coordinate(-radius))}});
}

}  // namespace calmcalf::cli
