// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "domain/proportion.hpp"

#include <cmath>

namespace calmcalf {
namespace {

/// The standard normal distribution has 95 % between this and its negative.
constexpr double z95 = 1.959963984540054;

}  // namespace

Interval wilson(Count count) {
  if (count.n == 0) return {0, 1};
  const double k = count.k;
  const double n = count.n;
  const auto middle = (k + z95 * z95 / 2) / (n + z95 * z95);
  const auto half = z95 * std::sqrt(k * (n - k) / n + z95 * z95 / 4) / (n + z95 * z95);
  // Where none or all are counted, the end is exact: rounding would put it a hair's breadth off.
  return {count.k == 0 ? 0 : middle - half, count.k == count.n ? 1 : middle + half};
}

Interval newcombe(Count first, Count second) {
  if (first.n == 0 || second.n == 0) return {-1, 1};
  const auto one = wilson(first);
  const auto other = wilson(second);
  const auto difference = first.proportion() - second.proportion();
  const auto below = std::hypot(first.proportion() - one.low, other.high - second.proportion());
  const auto above = std::hypot(one.high - first.proportion(), second.proportion() - other.low);
  return {difference - below, difference + above};
}

}  // namespace calmcalf
