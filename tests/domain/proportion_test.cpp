// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "domain/proportion.hpp"

#include <gtest/gtest.h>

namespace calmcalf {
namespace {

TEST(Wilson, GivesWhatNewcombePrintsOfIt) {
  // Newcombe, Statist. Med. 17 (1998) 857-872, table I, method 3.
  const auto many = wilson({81, 263});
  EXPECT_NEAR(many.low, 0.2553, 0.00005);
  EXPECT_NEAR(many.high, 0.3662, 0.00005);
  const auto few = wilson({15, 148});
  EXPECT_NEAR(few.low, 0.0624, 0.00005);
  EXPECT_NEAR(few.high, 0.1605, 0.00005);
  const auto one = wilson({1, 29});
  EXPECT_NEAR(one.low, 0.0061, 0.00005);
  EXPECT_NEAR(one.high, 0.1718, 0.00005);
}

TEST(Wilson, NeverLeavesZeroToOne) {
  EXPECT_EQ(wilson({0, 20}).low, 0);
  EXPECT_NEAR(wilson({0, 20}).high, 0.1611, 0.00005);
  EXPECT_EQ(wilson({20, 20}).high, 1);
  EXPECT_NEAR(wilson({20, 20}).low, 1 - 0.1611, 0.00005);
}

TEST(Wilson, KnowsNothingOfNothing) {
  EXPECT_EQ(wilson({0, 0}), (Interval{0, 1}));
}

TEST(Wilson, IsTheSameFromTheOtherSide) {
  for (const auto n : {1, 10, 37}) {
    for (int k = 0; k <= n; ++k) EXPECT_NEAR(wilson({k, n}).low, 1 - wilson({n - k, n}).high, 1e-12) << k << '/' << n;
  }
}

TEST(Newcombe, GivesTheWorkedValues) {
  const auto expect_points = [](Count first, Count second, const Interval& points) {
    const auto difference = newcombe(first, second);
    EXPECT_NEAR(difference.low * 100, points.low, 0.05);
    EXPECT_NEAR(difference.high * 100, points.high, 0.05);
  };
  expect_points({3, 10}, {6, 10}, {-60.1, 11.8});
  expect_points({9, 30}, {15, 30}, {-41.5, 4.6});
  expect_points({18, 60}, {30, 60}, {-35.9, -2.5});
}

TEST(Newcombe, GivesWhatNewcombePrintsOfIt) {
  // Newcombe, Statist. Med. 17 (1998) 873-890, table II, method 10: columns a and e.
  const auto many = newcombe({56, 70}, {48, 80});
  EXPECT_NEAR(many.low, 0.0524, 0.00005);
  EXPECT_NEAR(many.high, 0.3339, 0.00005);
  const auto none_in_one = newcombe({5, 56}, {0, 29});
  EXPECT_NEAR(none_in_one.low, -0.0381, 0.00005);
  EXPECT_NEAR(none_in_one.high, 0.1926, 0.00005);
}

TEST(Newcombe, TurnsItsSignWithTheGroups) {
  const auto one_way = newcombe({3, 10}, {6, 12});
  const auto other_way = newcombe({6, 12}, {3, 10});
  EXPECT_NEAR(one_way.low, -other_way.high, 1e-12);
  EXPECT_NEAR(one_way.high, -other_way.low, 1e-12);
}

TEST(Newcombe, KnowsNothingWhereAGroupIsEmpty) {
  EXPECT_EQ(newcombe({0, 0}, {6, 10}), (Interval{-1, 1}));
  EXPECT_EQ(newcombe({3, 10}, {0, 0}), (Interval{-1, 1}));
}

TEST(Interval, HoldsItsEnds) {
  const Interval interval{-0.2, 0};
  EXPECT_TRUE(interval.holds(0));
  EXPECT_TRUE(interval.holds(-0.2));
  EXPECT_FALSE(interval.holds(0.001));
}

}  // namespace
}  // namespace calmcalf
