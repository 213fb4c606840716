// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "domain/routine.hpp"

#include <gtest/gtest.h>

namespace calmcalf {
namespace {

using std::chrono::seconds;

TEST(Guide, LastsFromTheFirstHoldToTheEndOfTheLast) {
  EXPECT_EQ((Guide{1, seconds{60}, seconds{0}, {}}.length()), seconds{60});
  EXPECT_EQ((Guide{3, seconds{10}, seconds{5}, {}}.length()), seconds{40});
}

TEST(Guide, HoldsOnceForEachSide) {
  EXPECT_EQ((Guide{3, seconds{10}, seconds{10}, {Side::left, Side::right}}.length()), seconds{110});
}

TEST(Routine, FindsItsStepsById) {
  Routine routine;
  routine.steps.resize(2);
  routine.steps[0].id.text = "water";
  routine.steps[1].id.text = "banana";
  EXPECT_EQ(routine.find({"banana"}), &routine.steps[1]);
  EXPECT_EQ(routine.find({"massage"}), nullptr);
}

TEST(CautionNames, AreReadBackAsTheCautionTheyName) {
  for (int index = 0; index <= static_cast<int>(Caution::kidney); ++index) {
    const auto caution = static_cast<Caution>(index);
    EXPECT_EQ(caution_named(name_of(caution)), caution);
  }
  EXPECT_EQ(name_of(Caution::fluid_limit), "fluid-limit");
  EXPECT_EQ(name_of(Caution::kidney), "kidney");
  EXPECT_EQ(caution_named("fluid_limit"), std::nullopt);
}

TEST(SideNames, AreLeftAndRight) {
  EXPECT_EQ(name_of(Side::left), "left");
  EXPECT_EQ(name_of(Side::right), "right");
}

}  // namespace
}  // namespace calmcalf
