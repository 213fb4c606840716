// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "domain/diary.hpp"

#include <gtest/gtest.h>

namespace calmcalf {
namespace {

TEST(DiaryWords, AreReadBackAsWhatTheyName) {
  for (const auto side : {CrampSide::left, CrampSide::right, CrampSide::both}) {
    EXPECT_EQ(cramp_side_named(name_of(side)), side);
  }
  for (const auto muscle : {Muscle::calf, Muscle::hamstring, Muscle::quadriceps, Muscle::foot, Muscle::other}) {
    EXPECT_EQ(muscle_named(name_of(muscle)), muscle);
  }
  for (const auto trigger : {Trigger::exercise, Trigger::sitting, Trigger::standing, Trigger::sweating,
                             Trigger::diarrhoea, Trigger::alcohol}) {
    EXPECT_EQ(trigger_named(name_of(trigger)), trigger);
  }
}

TEST(DiaryWords, AreTheOnesOfTheCommandLine) {
  EXPECT_EQ(name_of(CrampSide::both), "both");
  EXPECT_EQ(name_of(Muscle::other), "other");
  EXPECT_EQ(name_of(Trigger::alcohol), "alcohol");
}

TEST(DiaryWords, ThatNameNothingAreRefused) {
  EXPECT_EQ(cramp_side_named("Left"), std::nullopt);
  EXPECT_EQ(muscle_named(""), std::nullopt);
  EXPECT_EQ(trigger_named("diarrhea"), std::nullopt);
}

}  // namespace
}  // namespace calmcalf
