// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <vector>

#include "cli/report/drawing.hpp"

namespace calmcalf::cli {

struct Bar {
  std::string label;  ///< empty: none
  int number = 0;
  bool is_known = true;  ///< else it is drawn as a gap: missing is not none
};

/// A row of upright bars, the number on each but 0, labels where there is room for them. `most` is what a bar of full
/// height stands for, at least 1; the size of `drawing` is set by this.
void write_upright_bars(Markup& out, Drawing drawing, const std::vector<Bar>& bars, int most);

/// Lying bars, one below the other, its label before and its number behind each.
void write_lying_bars(Markup& out, Drawing drawing, const std::vector<Bar>& bars);

}  // namespace calmcalf::cli
