// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "domain/statistics.hpp"

#include <cmath>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ledger_samples.hpp"
#include "routine_samples.hpp"

namespace calmcalf {
namespace {

using testing::DoubleEq;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Optional;
using testing::SizeIs;

const Night first = night("2026-11-01");

Statistics statistics_of(const Ledger& ledger) {
  return calmcalf::statistics_of(Standing{ledger});
}

/// Water, one night after the other.
StepStatistics water(const std::vector<State>& ends) {
  Ledger ledger;
  for (auto of = first; const auto end : ends) {
    ledger.push_back(ended(of, "water", end));
    of = of.next();
  }
  return statistics_of(ledger).steps.at({"water"});
}

TEST(Statistics, OfNothingAreEmpty) {
  const auto statistics = statistics_of({});
  EXPECT_EQ(statistics.nights, 0);
  EXPECT_THAT(statistics.steps, IsEmpty());
  EXPECT_EQ(statistics.cramps.per_week(), std::nullopt);
  EXPECT_EQ(statistics.comparison.with, Count{});
  EXPECT_EQ(statistics.comparison.difference, std::nullopt);
  EXPECT_EQ(statistics.comparison.difference_in_proportion(), 0);
}

TEST(StepStatistics, CountEveryEndAndTheirSumIsWhatWasDue) {
  const auto step =
      water({State::done, State::done, State::skipped, State::missed, State::unseen, State::paused, State::done});
  EXPECT_EQ(step.done, 3);
  EXPECT_EQ(step.skipped, 1);
  EXPECT_EQ(step.missed, 1);
  EXPECT_EQ(step.unseen, 1);
  EXPECT_EQ(step.paused, 1);
  EXPECT_EQ(step.due, 7);
  EXPECT_THAT(step.nights, SizeIs(7));
  EXPECT_THAT(step.strengths, SizeIs(7));
}

TEST(StepStatistics, CountNothingThatHasNotEnded) {
  const auto later = first.next();
  const auto snoozed = entry_of(later, entry::Snoozed{subject_of(later, "water"), at("2026-11-02T21:30")});
  const auto statistics =
      statistics_of({ended(first, "water", State::done), shown(later, "water"), snoozed, shown(later, "walk")});
  EXPECT_EQ(statistics.nights, 1);
  EXPECT_EQ(statistics.steps.at({"water"}).due, 1);
  EXPECT_THAT(statistics.steps.at({"water"}).nights, SizeIs(1));
  EXPECT_FALSE(statistics.steps.contains({"walk"}));
}

TEST(StepStatistics, CountTheLastWordOfEachTime) {
  const auto undone = entry_of(first, entry::Undone{subject_of(first, "water")});
  const auto corrected = statistics_of({ended(first, "water", State::missed), ended(first, "water", State::done)});
  EXPECT_EQ(corrected.steps.at({"water"}).done, 1);
  EXPECT_EQ(corrected.steps.at({"water"}).due, 1);
  EXPECT_THAT(statistics_of({ended(first, "water", State::done), undone}).steps, IsEmpty());
}

TEST(StepStatistics, TakeTheTimesOfANightTogether) {
  const auto step = statistics_of({ended(first, "move", State::done, 1), ended(first, "move", State::missed, 2),
                                   ended(first, "move", State::done, 3), ended(first, "move", State::skipped, 4)})
                        .steps.at({"move"});
  ASSERT_THAT(step.nights, SizeIs(1));
  EXPECT_EQ(step.nights[0].night, first);
  EXPECT_EQ(step.nights[0].counted(), 3);
  EXPECT_EQ(step.nights[0].due(), 4);
  EXPECT_EQ(step.streak, 0);
  EXPECT_NEAR(step.strength(), 2.0 / 3 * (1 - std::exp2(-1.0 / 13)), 1e-12);
}

TEST(Streak, IsOfTheLatestNightsInARow) {
  EXPECT_EQ(water({State::done, State::done, State::done}).streak, 3);
  EXPECT_EQ(water({State::done, State::missed, State::done, State::done}).streak, 2);
  EXPECT_EQ(water({State::done, State::done, State::missed}).streak, 0);
  EXPECT_EQ(water({State::done, State::unseen, State::done}).streak, 1);
}

TEST(Streak, PassesOverSkippedAndPausedNights) {
  EXPECT_EQ(water({State::done, State::skipped, State::paused, State::done}).streak, 2);
  EXPECT_EQ(water({State::done, State::done, State::skipped}).streak, 2);
  EXPECT_EQ(water({State::missed, State::paused}).streak, 0);
}

TEST(Streak, PassesOverNightsWithNothingDue) {
  const auto step = statistics_of({ended(first, "water", State::done), ended(first + 1, "walk", State::missed),
                                   ended(first + 5, "water", State::done)})
                        .steps.at({"water"});
  EXPECT_EQ(step.streak, 2);
  EXPECT_THAT(step.nights, SizeIs(2));
}

TEST(Streak, GoesOnOverASkippedTimeWhereTheOthersWereDone) {
  const auto step =
      statistics_of({ended(first, "move", State::done, 1), ended(first, "move", State::skipped, 2)}).steps.at({"move"});
  EXPECT_EQ(step.streak, 1);
}

TEST(Strength, IsHalfAfterThirteenNightsDoneInARow) {
  const auto step = water(std::vector(13, State::done));
  EXPECT_NEAR(step.strength(), 0.5, 1e-12);
  EXPECT_NEAR(step.strengths.front(), 1 - std::exp2(-1.0 / 13), 1e-12);
}

TEST(Strength, HalvesInThirteenNightsMissed) {
  auto ends = std::vector(13, State::done);
  ends.insert(ends.end(), 13, State::missed);
  EXPECT_NEAR(water(ends).strength(), 0.25, 1e-12);
}

TEST(Strength, StaysAsItWasOverSkippedAndPausedNights) {
  auto ends = std::vector(13, State::done);
  ends.insert(ends.end(), {State::skipped, State::paused});
  const auto step = water(ends);
  EXPECT_THAT(step.strengths, SizeIs(15));
  EXPECT_EQ(step.strengths[13], step.strengths[12]);
  EXPECT_EQ(step.strength(), step.strengths[12]);
}

TEST(Strength, OfAStepThatNeverCountedIsZero) {
  EXPECT_EQ(water({State::skipped}).strength(), 0);
  EXPECT_EQ(StepStatistics{}.strength(), 0);
}

TEST(CrampStatistics, AreOfKnownNightsAlone) {
  const auto statistics = statistics_of({ended(first, "water", State::done), cramped(first + 1), cramped(first + 1),
                                         cramped(first + 2), no_cramp(first + 3), no_cramp(first + 4)});
  EXPECT_EQ(statistics.nights, 5);
  EXPECT_EQ(statistics.cramps.nights_known, 4);
  EXPECT_EQ(statistics.cramps.nights_with, 2);
  EXPECT_EQ(statistics.cramps.cramps, 3);
  EXPECT_THAT(statistics.cramps.per_week(), Optional(DoubleEq(3 * 7 / 4.0)));
}

TEST(CrampStatistics, DoNotTakeTheMorningsQuestionForAnAnswer) {
  const auto statistics = statistics_of({entry_of(first, entry::MorningChecked{first})});
  EXPECT_EQ(statistics.nights, 0);
  EXPECT_EQ(statistics.cramps.nights_known, 0);
  EXPECT_EQ(statistics.cramps.per_week(), std::nullopt);
}

TEST(CrampStatistics, KnowANightAsTheDiaryStandsNow) {
  const auto statistics = statistics_of({cramped(first), entry_of(first, entry::DiaryUndone{first})});
  EXPECT_EQ(statistics.cramps.nights_known, 0);
  EXPECT_EQ(statistics.nights, 0);
}

/// Whether the routine counts as done in a night with these entries.
bool is_routine_done(const Ledger& ledger) {
  return !statistics_of(ledger).routine_done.empty();
}

TEST(RoutineDone, WantsEachStepThatCountedDoneHalfOfTheTimes) {
  const auto water_done = ended(first, "water", State::done);
  EXPECT_TRUE(is_routine_done({water_done}));
  EXPECT_TRUE(is_routine_done({water_done, ended(first, "walk", State::skipped), ended(first, "bath", State::paused)}));
  EXPECT_FALSE(is_routine_done({water_done, ended(first, "walk", State::missed)}));
  EXPECT_FALSE(is_routine_done({water_done, ended(first, "walk", State::unseen)}));
  EXPECT_TRUE(is_routine_done({ended(first, "move", State::done, 1), ended(first, "move", State::missed, 2)}));
  EXPECT_FALSE(is_routine_done({ended(first, "move", State::done, 1), ended(first, "move", State::missed, 2),
                                ended(first, "move", State::unseen, 3)}));
}

TEST(RoutineDone, WantsOneStepDone) {
  EXPECT_FALSE(is_routine_done({no_cramp(first)}));
  EXPECT_FALSE(is_routine_done({ended(first, "water", State::skipped), ended(first, "walk", State::paused)}));
}

TEST(RoutineDone, WaitsForWhatIsOpen) {
  EXPECT_FALSE(is_routine_done({ended(first, "water", State::done), shown(first, "walk")}));
}

TEST(RoutineDone, IsListedNightByNightKnownToTheDiaryOrNot) {
  const auto statistics = statistics_of({ended(first + 2, "water", State::done), no_cramp(first + 2),
                                         ended(first + 1, "water", State::missed), ended(first, "water", State::done)});
  EXPECT_THAT(statistics.routine_done, ElementsAre(first, first + 2));
}

TEST(Comparison, GroupsTheNightsThatTheDiaryKnows) {
  const auto comparison =
      statistics_of({ended(first, "water", State::done), cramped(first),             // with, a cramp
                     ended(first + 1, "water", State::done), no_cramp(first + 1),    // with, none
                     ended(first + 2, "water", State::missed), cramped(first + 2),   // without
                     ended(first + 3, "water", State::skipped), cramped(first + 3),  // all skipped: without
                     no_cramp(first + 4),                                            // nothing due: without
                     ended(first + 5, "water", State::done)})                        // unknown
          .comparison;
  EXPECT_EQ(comparison.with, (Count{1, 2}));
  EXPECT_EQ(comparison.without, (Count{2, 3}));
  EXPECT_DOUBLE_EQ(comparison.difference_in_proportion(), 1.0 / 2 - 2.0 / 3);
}

TEST(Comparison, LeavesOutANightInWhichSomethingIsOpen) {
  const auto comparison =
      statistics_of({ended(first, "water", State::done), shown(first, "walk"), cramped(first)}).comparison;
  EXPECT_EQ(comparison.with, Count{});
  EXPECT_EQ(comparison.without, Count{});
}

TEST(Comparison, DoesNotWaitForAnAnswerTakenBackBeforeItWasDue) {
  const auto undone = entry_of(first, entry::Undone{subject_of(first, "walk")});
  const auto comparison =
      statistics_of({ended(first, "water", State::done), ended(first, "walk", State::done), undone, cramped(first)})
          .comparison;
  EXPECT_EQ(comparison.with, (Count{1, 1}));
}

TEST(Comparison, HasIntervalsFromTenNightsOn) {
  const auto nine = statistics_of(compared_nights(first, {3, 9}, {6, 10})).comparison;
  EXPECT_EQ(nine.with, (Count{3, 9}));
  EXPECT_EQ(nine.with_interval, std::nullopt);
  EXPECT_EQ(nine.without_interval, wilson({6, 10}));
  EXPECT_EQ(nine.difference, std::nullopt);

  const auto ten = statistics_of(compared_nights(first, {3, 10}, {6, 10})).comparison;
  EXPECT_EQ(ten.with_interval, wilson({3, 10}));
  EXPECT_EQ(ten.difference, newcombe({3, 10}, {6, 10}));
  EXPECT_DOUBLE_EQ(ten.difference_in_proportion(), 0.3 - 0.6);
}

TEST(Comparison, OfAnEmptyGroupIsNoDifference) {
  const auto comparison = statistics_of(compared_nights(first, {12, 12}, {})).comparison;
  EXPECT_EQ(comparison.difference, std::nullopt);
  EXPECT_EQ(comparison.difference_in_proportion(), 0);
}

TEST(Statistics, OfTenYearsAddUp) {
  constexpr int ten_years = 3652;
  Ledger ledger;
  for (int i = 0; i < ten_years; ++i) {
    for (const auto* step : {"a", "b", "c", "d", "e", "f", "g"})
      ledger.push_back(ended(first + i, step, i % 2 == 0 ? State::done : State::missed));
    ledger.push_back(i % 4 == 0 ? cramped(first + i) : no_cramp(first + i));
  }
  const auto statistics = statistics_of(ledger);
  EXPECT_EQ(statistics.nights, ten_years);
  EXPECT_EQ(statistics.steps.size(), 7);
  EXPECT_EQ(statistics.steps.at({"g"}).due, ten_years);
  EXPECT_EQ(statistics.steps.at({"g"}).done, ten_years / 2);
  EXPECT_EQ(statistics.comparison.with, (Count{ten_years / 4, ten_years / 2}));
  EXPECT_EQ(statistics.comparison.without, (Count{0, ten_years / 2}));
}

}  // namespace
}  // namespace calmcalf
