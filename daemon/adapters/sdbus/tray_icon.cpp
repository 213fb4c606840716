// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/sdbus/tray_icon.hpp"

#include <algorithm>

namespace calmcalf {

namespace {

struct Colour {
  int red, green, blue;
};

/// An upright line with round ends, or a disc where it has no length. Lengths are in sixteenths of the picture's side.
struct Shape {
  double x, top, bottom, radius;
  Colour colour;

  [[nodiscard]] bool holds(double px, double py) const {
    const double down = py - std::clamp(py, top, bottom);
    return (px - x) * (px - x) + down * down < radius * radius;
  }
};

constexpr Shape disc(double x, double y, double radius, Colour colour) {
  return {.x = x, .top = y, .bottom = y, .radius = radius, .colour = colour};
}

constexpr double side = 16;
constexpr int samples = 4;  ///< in a row and in a column of each pixel

// Of middle lightness, to be seen on light panels and on dark ones.
constexpr Colour moonlight{0x6a, 0x80, 0xdc};
constexpr Colour grey{0x85, 0x8b, 0x9a};
constexpr Colour orange{0xdd, 0x73, 0x00};
constexpr Colour red{0xe0, 0x44, 0x3f};

constexpr auto bite = disc(10.4, 5.6, 5.2, {});  ///< what the full moon lacks

/// Each lies on those before it; the first is the moon.
std::vector<Shape> shapes_of(Tonight::Mood mood) {
  using Mood = Tonight::Mood;
  const auto moon = disc(7.2, 8.6, 6.6, mood == Mood::paused ? grey : moonlight);
  switch (mood) {
    case Mood::resting:
      return {moon};
    case Mood::waiting:
      return {moon, disc(12, 4, 2, moonlight)};
    case Mood::due:
      return {moon, disc(12.2, 3.9, 3.4, orange)};
    case Mood::paused:
      return {moon, {11, 3, 6, 1, grey}, {14, 3, 6, 1, grey}};
    case Mood::problem:
      break;
  }
  return {moon, {12.5, 1.5, 3.5, 1.5, red}, disc(12.5, 7.5, 1.5, red)};
}

/// Null where nothing is drawn.
const Colour* colour_at(const std::vector<Shape>& shapes, double x, double y) {
  for (auto shape = shapes.rbegin(); shape != shapes.rend(); ++shape) {
    const bool is_moon = std::next(shape) == shapes.rend();
    if (shape->holds(x, y) && !(is_moon && bite.holds(x, y))) return &shape->colour;
  }
  return nullptr;
}

void append_pixel(std::vector<std::uint8_t>& bytes, const std::vector<Shape>& shapes, int column, int row, int size) {
  Colour sum{};
  int covered = 0;
  for (int sample = 0; sample < samples * samples; ++sample) {
    const auto at = [&](int pixel, int part) { return (pixel + (part + 0.5) / samples) * side / size; };
    const auto* colour = colour_at(shapes, at(column, sample % samples), at(row, sample / samples));
    if (colour == nullptr) continue;
    ++covered;
    sum = {sum.red + colour->red, sum.green + colour->green, sum.blue + colour->blue};
  }
  const int parts = std::max(covered, 1);
  for (const int value : {255 * covered / (samples * samples), sum.red / parts, sum.green / parts, sum.blue / parts})
    bytes.push_back(static_cast<std::uint8_t>(value));
}

}  // namespace

Pixmap draw_tray_icon(Tonight::Mood mood, int size) {
  const auto shapes = shapes_of(mood);
  Pixmap picture{size, {}};
  for (int row = 0; row < size; ++row)
    for (int column = 0; column < size; ++column) append_pixel(picture.bytes, shapes, column, row, size);
  return picture;
}

std::string tray_icon_name(Tonight::Mood mood) {
  return "io.github.calmcalf.Calmcalf-" + std::string{name_of(mood)};
}

}  // namespace calmcalf
