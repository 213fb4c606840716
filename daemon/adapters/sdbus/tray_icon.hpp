// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "ports/control.hpp"

namespace calmcalf {

/// A square picture: rows from the top, four bytes a pixel: alpha, red, green, blue, not multiplied with each other.
struct Pixmap {
  int size = 0;
  std::vector<std::uint8_t> bytes;
};

/// The moon, with a mark for the mood: none, a star, a large lamp, two bars, an exclamation mark. They differ in shape,
/// not in colour alone. The files in packaging/icons are of the same geometry.
[[nodiscard]] Pixmap draw_tray_icon(Tonight::Mood mood, int size);

/// What these files are called.
[[nodiscard]] std::string tray_icon_name(Tonight::Mood mood);

}  // namespace calmcalf
