// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "domain/guided_exercise.hpp"

#include <gmock/gmock.h>

#include "routine_samples.hpp"

namespace calmcalf {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr auto holds = GuidePhase::Kind::hold;
constexpr auto rests = GuidePhase::Kind::rest;
const Guide both_legs{3, 10s, 10s, {Side::left, Side::right}};
const auto begun = at("2026-11-23T22:15");

GuideRun run_of(const Guide& guide) {
  return {{night("2026-11-23"), {"calf-stretch"}, 1}, Source::notification, guide, begun};
}

/// As the service does: it is told of each change.
void run_on(GuideRun& run, Instant until) {
  for (auto next = run.next_change(); next && *next <= until; next = run.next_change()) run.advance(*next);
}

TEST(GuidePhases, AlternateLegsDuringTheRestsAndEndWithAHold) {
  EXPECT_THAT(phases_of({2, 10s, 5s, {Side::left, Side::right}}),
              ElementsAre(GuidePhase{holds, 1, Side::left, 10s}, GuidePhase{rests, 1, Side::right, 5s},
                          GuidePhase{holds, 1, Side::right, 10s}, GuidePhase{rests, 2, Side::left, 5s},
                          GuidePhase{holds, 2, Side::left, 10s}, GuidePhase{rests, 2, Side::right, 5s},
                          GuidePhase{holds, 2, Side::right, 10s}));
}

TEST(GuidePhases, OfOneRoundWithoutSidesAreASingleOne) {
  EXPECT_THAT(phases_of({1, 60s, 10s, {}}), ElementsAre(GuidePhase{holds, 1, std::nullopt, 60s}));
}

TEST(GuidePhases, WithoutRestsFollowEachOther) {
  EXPECT_THAT(phases_of({1, 60s, 0s, {Side::left, Side::right}}),
              ElementsAre(GuidePhase{holds, 1, Side::left, 60s}, GuidePhase{holds, 1, Side::right, 60s}));
}

TEST(GuidePhases, TakeAsLongAsTheGuideSays) {
  for (const auto& guide : {both_legs, Guide{1, 60s, 10s, {}}, Guide{5, 7s, 0s, {Side::right}}}) {
    Duration sum{0};
    for (const auto& phase : phases_of(guide)) sum += phase.length;
    EXPECT_EQ(sum, guide.length());
  }
}

TEST(GuideRun, SaysWhatToDoAndForHowLong) {
  auto run = run_of(both_legs);
  EXPECT_EQ(run.view().phase, (GuidePhase{holds, 1, Side::left, 10s}));
  EXPECT_EQ(run.view().left, 10s);
  EXPECT_EQ(run.view().percent, 0);
  EXPECT_TRUE(run.view().has_rests);
  run_on(run, begun + 13s);
  EXPECT_EQ(run.view().phase, (GuidePhase{rests, 1, Side::right, 10s}));
  EXPECT_EQ(run.view().left, 7s);
  EXPECT_EQ(run.view().percent, 11);  // 13 of 110 seconds
  EXPECT_EQ(run.phase_ends(), begun + 20s);
}

TEST(GuideRun, IsOverAfterItsLastHold) {
  auto run = run_of(both_legs);
  run_on(run, begun + 109s);
  EXPECT_FALSE(run.is_over());
  run_on(run, begun + 110s);
  EXPECT_TRUE(run.is_over());
  EXPECT_TRUE(run.view().over);
  EXPECT_EQ(run.view().percent, 100);
}

TEST(GuideRun, CountsEverySecondOfTheLastTenAndEveryFifthBefore) {
  auto run = run_of({1, 23s, 0s, {}});
  std::vector<Duration::rep> shown;
  while (!run.is_over()) {
    shown.push_back(run.view().left.count());
    run.advance(*run.next_change());
  }
  EXPECT_THAT(shown, ElementsAre(23, 20, 15, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1));
}

TEST(GuideRun, StandsStillWhilePaused) {
  auto run = run_of(both_legs);
  run_on(run, begun + 4s);
  run.pause();
  EXPECT_EQ(run.next_change(), std::nullopt);
  EXPECT_EQ(run.phase_ends(), std::nullopt);
  run.advance(begun + 3h);
  run.go_on();
  EXPECT_EQ(run.view().left, 6s);
  EXPECT_EQ(run.phase_ends(), begun + 3h + 6s);
}

TEST(GuideRun, DoesNotCountTimeThatLeapt) {
  for (const auto leap : {-2h, 2h}) {
    auto run = run_of(both_legs);
    run_on(run, begun + 12s);
    run.advance(begun + 12s + leap);
    EXPECT_TRUE(run.view().paused);
    EXPECT_EQ(run.view().left, 8s);
    run.go_on();
    run_on(run, begun + 12s + leap + 98s);
    EXPECT_TRUE(run.is_over());
  }
}

}  // namespace
}  // namespace calmcalf
