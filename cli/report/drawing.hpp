// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <concepts>
#include <string>
#include <string_view>

#include "cli/report/markup.hpp"

namespace calmcalf::cli {

/// What a drawing is, for those who see it and for those who have it read to them.
struct Drawing {
  std::string id;  ///< unique within the page
  int width = 0;   ///< of its coordinates; it is scaled to the room there is
  int height = 0;
  std::string title;
  std::string description;  ///< what there is to see in it, in a sentence or two
  std::string css_class = "drawing";
};

struct Point {
  double x = 0;
  double y = 0;
};

/// As short as tenths can be: "12.5", "3".
[[nodiscard]] std::string coordinate(double value);

/// "0 0 12 12".
[[nodiscard]] std::string view_box(int width, int height);

void write_line(Markup& out, std::string_view css_class, Point from, Point to);
void write_box(Markup& out, std::string_view css_class, Point corner, Point size);
/// `css_class` says on which side of `place` it stands, too: "start" (where there is nothing else), "middle", "end".
void write_label(Markup& out, std::string_view css_class, Point place, std::string_view text);
/// The mark of a cramp.
void write_diamond(Markup& out, std::string_view css_class, Point middle, double radius);

/// Inline SVG around what `inside` writes.
template <std::invocable Inside>
void draw(Markup& out, const Drawing& drawing, Inside inside) {
  const auto title_id = drawing.id + "-title";
  const auto description_id = drawing.id + "-description";
  out.element("svg",
              {{"role", "img"},
               {"class", drawing.css_class},
               {"viewBox", view_box(drawing.width, drawing.height)},
               {"aria-labelledby", title_id},
               {"aria-describedby", description_id}},
              [&] {
                out.element("title", {{"id", title_id}}, drawing.title);
                out.element("desc", {{"id", description_id}}, drawing.description);
                inside();
              });
}

}  // namespace calmcalf::cli
