// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/comparison_words.hpp"

#include <cmath>

#include "language/numbers.hpp"
#include "language/tr.hpp"

namespace calmcalf::cli {
namespace {

std::string more_with_routine(int nights) {
  // TRANSLATORS: what the diary needs, in "Cannot tell yet: the diary needs {}."
  return tr_plural("{} more night with the routine done", "{} more nights with the routine done", nights);
}

std::string more_others(int nights) {
  // TRANSLATORS: what the diary needs, in "Cannot tell yet: the diary needs {}."
  return tr_plural("{} more other night", "{} more other nights", nights);
}

std::string what_is_missing(const Comparison& comparison) {
  const auto with = Comparison::enough - comparison.with.n;
  const auto without = Comparison::enough - comparison.without.n;
  if (with > 0 && without > 0)
    return tr("Cannot tell yet: the diary needs {} and {}.", more_with_routine(with), more_others(without));
  return tr("Cannot tell yet: the diary needs {}.", with > 0 ? more_with_routine(with) : more_others(without));
}

}  // namespace

std::string verdict_of(const Comparison& comparison) {
  if (!comparison.difference) return what_is_missing(comparison);
  if (comparison.difference->holds(0))
    return tr(
        "Cannot tell yet: nights with the routine done may have cramps less often than other nights, as often, or "
        "more often.");
  if (comparison.difference->high < 0)
    return tr("Nights with the routine done had cramps less often than other nights.");
  return tr("Nights with the routine done had cramps more often than other nights.");
}

std::string comparison_caveat() {
  return tr("This cannot show that the routine caused the difference.");
}

std::string signed_points(double proportion) {
  constexpr double percent = 100;
  constexpr double ten_points = 9.95;  // what is more would be written as ten in tenths
  const auto points = proportion * percent;
  if (points == 0) return "0";
  return signed_decimal(points, std::abs(points) < ten_points ? 1 : 0);
}

std::string points_in_words(double proportion) {
  // TRANSLATORS: percentage points, with their sign: "-2.5 points"
  return tr("{} points", signed_points(proportion));
}

std::string points_in_words(const Interval& proportions) {
  // TRANSLATORS: from a value to a higher or a later one: percents, points, or times
  return tr("{} to {}", signed_points(proportions.low), signed_points(proportions.high));
}

}  // namespace calmcalf::cli
