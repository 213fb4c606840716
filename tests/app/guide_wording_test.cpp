// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "app/guide_wording.hpp"

#include <gtest/gtest.h>

namespace calmcalf {
namespace {

GuideView in_phase(GuidePhase::Kind kind, std::optional<Side> side, bool has_rests) {
  GuideView view;
  view.phase.kind = kind;
  view.phase.side = side;
  view.has_rests = has_rests;
  return view;
}

TEST(GuideWording, SaysWhichLegToHoldAndWhichComesNext) {
  using enum GuidePhase::Kind;
  EXPECT_EQ(instruction(in_phase(hold, Side::left, true)), "Hold, left leg");
  EXPECT_EQ(instruction(in_phase(hold, Side::right, true)), "Hold, right leg");
  EXPECT_EQ(instruction(in_phase(hold, std::nullopt, true)), "Hold");
  EXPECT_EQ(instruction(in_phase(rest, Side::left, true)), "Relax, then left leg");
  EXPECT_EQ(instruction(in_phase(rest, Side::right, true)), "Relax, then right leg");
  EXPECT_EQ(instruction(in_phase(rest, std::nullopt, true)), "Relax");
}

TEST(GuideWording, SpeaksOfNoHoldingWhereThereIsNoRelaxing) {
  using enum GuidePhase::Kind;
  EXPECT_EQ(instruction(in_phase(hold, Side::left, false)), "Left leg");
  EXPECT_EQ(instruction(in_phase(hold, Side::right, false)), "Right leg");
  EXPECT_EQ(instruction(in_phase(hold, std::nullopt, false)), "Keep going");
}

TEST(GuideWording, CountsRoundsWhereThereAreSeveral) {
  GuideView view;
  EXPECT_EQ(round_in_words(view), "");
  view.rounds = 3;
  view.phase.round = 2;
  EXPECT_EQ(round_in_words(view), "Round 2 of 3");
}

}  // namespace
}  // namespace calmcalf
