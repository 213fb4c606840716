// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/comparison_words.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ledger_samples.hpp"
#include "routine_samples.hpp"

namespace calmcalf::cli {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

std::string verdict(Count with, Count without) {
  const Standing standing{compared_nights(night("2026-01-01"), with, without)};
  return verdict_of(statistics_of(standing).comparison);
}

TEST(Verdict, SaysHowManyNightsOfWhichKindAreMissing) {
  EXPECT_EQ(verdict({}, {}),
            "Cannot tell yet: the diary needs 10 more nights with the routine done and 10 more other nights.");
  EXPECT_EQ(verdict({1, 7}, {3, 9}),
            "Cannot tell yet: the diary needs 3 more nights with the routine done and 1 more other night.");
  EXPECT_EQ(verdict({1, 9}, {3, 10}), "Cannot tell yet: the diary needs 1 more night with the routine done.");
  EXPECT_EQ(verdict({0, 30}, {3, 3}), "Cannot tell yet: the diary needs 7 more other nights.");
}

TEST(Verdict, CannotTellWhereTheIntervalHoldsNone) {
  for (const auto& [with, without] : {std::pair{Count{3, 10}, Count{6, 10}}, std::pair{Count{9, 30}, Count{15, 30}},
                                      std::pair{Count{10, 20}, Count{10, 20}}})
    EXPECT_THAT(verdict(with, without), StartsWith("Cannot tell yet: nights with the routine done may have"));
}

TEST(Verdict, SaysWhichNightsHadCrampsLessOften) {
  EXPECT_EQ(verdict({18, 60}, {30, 60}), "Nights with the routine done had cramps less often than other nights.");
  EXPECT_EQ(verdict({30, 60}, {18, 60}), "Nights with the routine done had cramps more often than other nights.");
}

TEST(Verdict, NeverSaysThatAnythingWorks) {
  for (const auto& with : {Count{0, 5}, Count{3, 10}, Count{0, 60}, Count{60, 60}}) {
    const auto text = verdict(with, {30, 60});
    EXPECT_THAT(text, Not(HasSubstr("work")));
    EXPECT_THAT(text, Not(HasSubstr("help")));
  }
  EXPECT_EQ(comparison_caveat(), "This cannot show that the routine caused the difference.");
}

TEST(Points, AreWholeAndInTenthsWhereTheyAreFew) {
  EXPECT_EQ(points_in_words(-0.3), "-30 points");
  EXPECT_EQ(points_in_words(0.0949), "+9.5 points");
  EXPECT_EQ(points_in_words(0.0996), "+10 points");
  EXPECT_EQ(points_in_words(0.0), "0 points");
  EXPECT_EQ(points_in_words(Interval{-0.3596, -0.0249}), "-36 to -2.5");
}

}  // namespace
}  // namespace calmcalf::cli
