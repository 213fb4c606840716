// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <string>

#include "domain/statistics.hpp"

namespace calmcalf::cli {

/// What the comparison of nights comes to, in a sentence: that nobody can tell yet and why, else which nights had
/// cramps less often.
[[nodiscard]] std::string verdict_of(const Comparison& comparison);

/// Stands beside every verdict.
[[nodiscard]] std::string comparison_caveat();

/// -0.3 as "-30", -0.0249 as "-2.5": percentage points with their sign, and in tenths where they are less than ten.
[[nodiscard]] std::string signed_points(double proportion);
/// "-30 points", as above.
[[nodiscard]] std::string points_in_words(double proportion);
/// "-60 to +12", as above.
[[nodiscard]] std::string points_in_words(const Interval& proportions);

}  // namespace calmcalf::cli
