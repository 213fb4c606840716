// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once

namespace calmcalf {

/// k of n.
struct Count {
  int k = 0;
  int n = 0;

  /// 0 where n is 0.
  [[nodiscard]] double proportion() const { return n == 0 ? 0 : static_cast<double>(k) / n; }
  friend bool operator==(const Count&, const Count&) = default;
};

/// From `low` to `high`, both included.
struct Interval {
  double low = 0;
  double high = 0;

  [[nodiscard]] bool holds(double value) const { return low <= value && value <= high; }
  friend bool operator==(const Interval&, const Interval&) = default;
};

/// The 95 % score interval of a proportion, 0 to 1 where n is 0. Source: Wilson, J. Amer. Statist. Assoc. 22 (1927)
/// 209-212.
[[nodiscard]] Interval wilson(Count count);

/// The 95 % interval of the difference of two independent proportions, `first` minus `second`, from their score
/// intervals without a continuity correction; -1 to 1 where either n is 0. Source: Newcombe, Statist. Med. 17 (1998)
/// 873-890, method 10.
[[nodiscard]] Interval newcombe(Count first, Count second);

}  // namespace calmcalf
