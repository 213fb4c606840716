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
  for (const auto relief : {Relief::stretch, Relief::massage, Relief::walk, Relief::warmth, Relief::raise,
                            Relief::painkiller, Relief::other}) {
    EXPECT_EQ(relief_named(name_of(relief)), relief);
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

TEST(CrampChangeTest, ChangesWhatItNamesAndNothingElse) {
  Cramp cramp;
  cramp.at = Instant{Duration{1'000}};
  cramp.side = CrampSide::left;
  cramp.note = "both toes curled";
  EXPECT_EQ(CrampChange{}.applied_to(cramp), cramp);

  CrampChange change;
  change.at = Instant{Duration{2'000}};
  change.muscle = Muscle::foot;
  change.severity = 7;
  change.minutes = 5;
  change.woke = true;
  change.triggers = {Trigger::sitting};
  change.relief = {Relief::walk};
  auto wanted = cramp;
  wanted.at = change.at;
  wanted.muscle = Muscle::foot;
  wanted.severity = 7;
  wanted.minutes = 5;
  wanted.woke = true;
  wanted.triggers = {Trigger::sitting};
  wanted.relief = {Relief::walk};
  EXPECT_EQ(change.applied_to(cramp), wanted);

  CrampChange of_words;
  of_words.side = CrampSide::both;
  of_words.note = "";
  wanted.side = CrampSide::both;
  wanted.note = "";
  EXPECT_EQ(of_words.applied_to(change.applied_to(cramp)), wanted);
}

}  // namespace
}  // namespace calmcalf
