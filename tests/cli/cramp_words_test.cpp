// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/cramp_words.hpp"

#include <gmock/gmock.h>

namespace calmcalf::cli {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Cramp cramp_in(std::optional<CrampSide> side, std::optional<Muscle> muscle) {
  Cramp cramp;
  cramp.side = side;
  cramp.muscle = muscle;
  return cramp;
}

TEST(CrampInWords, SaysAllThatIsKnownButItsTimeAndNote) {
  const Cramp cramp{.at = Instant{},
                    .side = CrampSide::left,
                    .muscle = Muscle::calf,
                    .severity = 6,
                    .minutes = 4,
                    .woke = true,
                    .triggers = {Trigger::exercise, Trigger::sitting},
                    .relief = {Relief::stretch, Relief::walk},
                    .note = "by the sea"};
  EXPECT_THAT(cramp_in_words(cramp), ElementsAre("left calf", "severity 6 of 10", "4 minutes", "woke you",
                                                 "after exercise, sitting", "tried stretch, walk"));
}

TEST(CrampInWords, SaysNothingOfWhatIsNotKnown) {
  EXPECT_THAT(cramp_in_words({}), IsEmpty());
  Cramp noted;
  noted.at = Instant{};
  noted.note = "by the sea";
  EXPECT_THAT(cramp_in_words(noted), IsEmpty());
}

TEST(CrampInWords, NamesThePlaceByWhatIsKnownOfIt) {
  EXPECT_THAT(cramp_in_words(cramp_in(CrampSide::right, std::nullopt)), ElementsAre("right leg"));
  EXPECT_THAT(cramp_in_words(cramp_in(CrampSide::right, Muscle::other)), ElementsAre("right leg"));
  EXPECT_THAT(cramp_in_words(cramp_in(CrampSide::both, std::nullopt)), ElementsAre("both legs"));
  EXPECT_THAT(cramp_in_words(cramp_in(CrampSide::both, Muscle::foot)), ElementsAre("foot, both legs"));
  EXPECT_THAT(cramp_in_words(cramp_in(std::nullopt, Muscle::hamstring)), ElementsAre("hamstring"));
  EXPECT_THAT(cramp_in_words(cramp_in(std::nullopt, Muscle::other)), IsEmpty());
}

TEST(CrampInWords, TakesNothingForUnknown) {
  Cramp cramp;
  cramp.severity = 0;
  cramp.minutes = 0;
  EXPECT_THAT(cramp_in_words(cramp), ElementsAre("severity 0 of 10", "0 minutes"));
  cramp.minutes = 1;
  EXPECT_THAT(cramp_in_words(cramp), ElementsAre("severity 0 of 10", "1 minute"));
}

}  // namespace
}  // namespace calmcalf::cli
