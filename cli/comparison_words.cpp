// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/comparison_words.hpp"

#include <cmath>

#include <fmt/format.h>

namespace calmcalf::cli {
namespace {

constexpr double percent = 100;

std::string signed_points(double proportion) {
  constexpr double ten_points = 9.95;  // what is more would be written as ten in tenths
  const auto points = proportion * percent;
  if (points == 0) return "0";
  return std::abs(points) < ten_points ? fmt::format("{:+.1f}", points) : fmt::format("{:+.0f}", points);
}

std::string missing(int nights, std::string_view one, std::string_view many) {
  return fmt::format("{} more {}", nights, nights == 1 ? one : many);
}

std::string missing_nights(const Comparison& comparison) {
  const auto with = Comparison::enough - comparison.with.n;
  const auto without = Comparison::enough - comparison.without.n;
  std::string text;
  if (with > 0) text = missing(with, "night with the routine done", "nights with the routine done");
  if (with > 0 && without > 0) text += " and ";
  if (without > 0) text += missing(without, "other night", "other nights");
  return text;
}

}  // namespace

std::string verdict_of(const Comparison& comparison) {
  if (!comparison.difference) return fmt::format("Cannot tell yet: the diary needs {}.", missing_nights(comparison));
  if (comparison.difference->holds(0))
    return "Cannot tell yet: nights with the routine done may have cramps less often than other nights, as often, or "
           "more often.";
  return fmt::format("Nights with the routine done had cramps {} often than other nights.",
                     comparison.difference->high < 0 ? "less" : "more");
}

std::string_view comparison_caveat() {
  return "This cannot show that the routine caused the difference.";
}

std::string points_in_words(double proportion) {
  return signed_points(proportion) + " points";
}

std::string points_in_words(const Interval& proportions) {
  return fmt::format("{} to {}", signed_points(proportions.low), signed_points(proportions.high));
}

}  // namespace calmcalf::cli
