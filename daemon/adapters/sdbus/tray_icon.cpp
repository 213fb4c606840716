// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/sdbus/tray_icon.hpp"

#include <algorithm>

namespace calmcalf {

namespace {

struct Colour {
  int red, green, blue;
};

/// Lengths are in sixteenths of the picture's side.
struct Disc {
  double x, y, radius;
  Colour colour;

  [[nodiscard]] bool holds(double px, double py) const {
    return (px - x) * (px - x) + (py - y) * (py - y) < radius * radius;
  }
};

constexpr double side = 16;
constexpr int samples = 4;  ///< in a row and in a column of each pixel

// Of middle lightness, to be seen on light panels and on dark ones.
constexpr Colour moonlight{0x6f, 0x86, 0xe0};
constexpr Colour grey{0x8e, 0x94, 0xa3};
constexpr Colour amber{0xf0, 0xa0, 0x20};
constexpr Colour red{0xd9, 0x3b, 0x3b};
constexpr Colour white{0xff, 0xff, 0xff};

constexpr Disc bite{10.4, 5.6, 5.2, {}};  ///< what the full moon lacks

/// Each lies on those before it; the first is the moon.
std::vector<Disc> discs_of(Tonight::Mood mood) {
  using Mood = Tonight::Mood;
  const Disc moon{7.2, 8.6, 6.6, mood == Mood::paused ? grey : moonlight};
  switch (mood) {
    case Mood::resting:
      return {moon};
    case Mood::waiting:
      return {moon, {12.2, 4.4, 1.7, moonlight}};
    case Mood::due:
      return {moon, {12.2, 3.9, 3.4, amber}};
    case Mood::paused:
      return {moon, {10.6, 4.4, 1.4, grey}, {14.2, 4.4, 1.4, grey}};
    case Mood::problem:
      break;
  }
  return {moon, {12.2, 3.9, 3.4, red}, {12.2, 3.9, 1.3, white}};
}

/// Null where nothing is drawn.
const Colour* colour_at(const std::vector<Disc>& discs, double x, double y) {
  for (auto disc = discs.rbegin(); disc != discs.rend(); ++disc) {
    const bool is_moon = std::next(disc) == discs.rend();
    if (disc->holds(x, y) && !(is_moon && bite.holds(x, y))) return &disc->colour;
  }
  return nullptr;
}

void append_pixel(std::vector<std::uint8_t>& bytes, const std::vector<Disc>& discs, int column, int row, int size) {
  Colour sum{};
  int covered = 0;
  for (int sample = 0; sample < samples * samples; ++sample) {
    const auto at = [&](int pixel, int part) { return (pixel + (part + 0.5) / samples) * side / size; };
    const auto* colour = colour_at(discs, at(column, sample % samples), at(row, sample / samples));
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
  const auto discs = discs_of(mood);
  Pixmap picture{size, {}};
  for (int row = 0; row < size; ++row)
    for (int column = 0; column < size; ++column) append_pixel(picture.bytes, discs, column, row, size);
  return picture;
}

std::string tray_icon_name(Tonight::Mood mood) {
  return "io.github.calmcalf.Calmcalf-" + std::string{name_of(mood)};
}

}  // namespace calmcalf
