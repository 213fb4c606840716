// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/guide_countdown.hpp"

#include <gmock/gmock.h>

#include "routine_samples.hpp"

namespace calmcalf::cli {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

/// A stretch as the service tells it, its phase until 22:15:10 in Berlin.
Service::Json told_guide() {
  return {{"step", "calf-stretch"},
          {"doing", "Hold, left leg"},
          {"round", 1},
          {"rounds", 3},
          {"left", 10},
          {"phase_ends", "2026-11-23T22:15:10+01:00"}};
}

TEST(CountdownLine, SaysWhatToDoForHowLongAndInWhichRound) {
  EXPECT_EQ(countdown_line(told_guide(), at("2026-11-23T21:15:03")), "Hold, left leg             7 s   round 1 of 3");
}

TEST(CountdownLine, CountsNoRoundsWhereThereIsOne) {
  auto guide = told_guide();
  guide["rounds"] = 1;
  EXPECT_EQ(countdown_line(guide, at("2026-11-23T21:15:03")), "Hold, left leg             7 s");
}

TEST(CountdownLine, StandsStillDuringAPause) {
  auto guide = told_guide();
  guide.erase("phase_ends");
  guide["doing"] = "Paused";
  guide["left"] = 8;
  const auto line = countdown_line(guide, at("2026-11-23T21:15:03"));
  EXPECT_EQ(line, "Paused                     8 s   round 1 of 3");
  EXPECT_EQ(countdown_line(guide, at("2026-11-23T21:20:00")), line);
}

TEST(CountdownLine, NeverGoesBelowNothing) {
  EXPECT_THAT(countdown_line(told_guide(), at("2026-11-23T21:15:10")), HasSubstr("   0 s"));
  EXPECT_THAT(countdown_line(told_guide(), at("2026-11-23T21:15:12")), HasSubstr("   0 s"));
}

TEST(CountdownLine, LetsNothingSteerTheTerminal) {
  auto guide = told_guide();
  guide["doing"] = "\033[2JHold";
  EXPECT_THAT(countdown_line(guide, at("2026-11-23T21:15:03")), StartsWith("\uFFFD[2JHold"));
}

}  // namespace
}  // namespace calmcalf::cli
