// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>

#include "app/a_service.hpp"

namespace calmcalf {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using RefusedFor = Refusal::Why;

/// The morning after a night in which a cramp was written down.
class DiaryAnswers : public AService {
 protected:
  void SetUp() override {
    start("2026-11-24T03:10");
    Cramp cramp;
    cramp.at = clock_.now();
    ask(request::LogCramp{cramp, {}});
    run_until("2026-11-24T07:00");
  }

  std::optional<RefusedFor> ask(const Request& request) {
    const auto refusal = service_->request(request, Source::command);
    return refusal ? std::optional{refusal->why} : std::nullopt;
  }

  [[nodiscard]] NightDiary diary(std::string_view date = "2026-11-23") const {
    const auto* known = service_->evening().standing().night(night(date));
    return known == nullptr ? NightDiary{} : known->diary;
  }

  void restart() {
    kill();
    start();
  }
};

CrampChange on_the_left() {
  CrampChange change;
  change.side = CrampSide::left;
  return change;
}

TEST_F(DiaryAnswers, DetailsAreAddedInTheMorning) {
  EXPECT_EQ(ask(request::AmendCramp{{}, on_the_left()}), std::nullopt);
  CrampChange severe;
  severe.severity = 7;
  EXPECT_EQ(ask(request::AmendCramp{{}, severe}), std::nullopt);
  restart();
  ASSERT_THAT(diary().cramps, SizeIs(1));
  const auto cramp = diary().cramps.front().cramp;
  EXPECT_EQ(cramp.at, at("2026-11-24T03:10"));
  EXPECT_EQ(cramp.side, CrampSide::left);
  EXPECT_EQ(cramp.severity, 7);
}

TEST_F(DiaryAnswers, AChangeThatChangesNothingWritesNothing) {
  ask(request::AmendCramp{{}, on_the_left()});
  const auto entries = history_.load(std::nullopt, std::nullopt).size();
  EXPECT_EQ(ask(request::AmendCramp{{}, on_the_left()}), std::nullopt);
  EXPECT_EQ(history_.load(std::nullopt, std::nullopt).size(), entries);
}

TEST_F(DiaryAnswers, ANightWithoutACrampIsWrittenDownOnce) {
  EXPECT_EQ(ask(request::LogNoCramp{night("2026-11-22")}), std::nullopt);
  const auto entries = history_.entries().size();
  EXPECT_EQ(ask(request::LogNoCramp{night("2026-11-22")}), std::nullopt);
  EXPECT_EQ(history_.entries().size(), entries);
}

TEST_F(DiaryAnswers, ACrampThatWasNoneIsTakenOutAndTheNightIsUnknownAgain) {
  EXPECT_EQ(ask(request::RemoveCramp{}), std::nullopt);
  EXPECT_FALSE(diary().is_known());
  EXPECT_EQ(ask(request::LogNoCramp{}), std::nullopt);
  restart();
  EXPECT_TRUE(diary().no_cramp);
}

TEST_F(DiaryAnswers, TwoCrampsOfOneSecondAreToldApart) {
  Cramp other;
  other.at = at("2026-11-24T05:00");
  ask(request::LogCramp{other, {}});
  ask(request::LogCramp{other, {}});
  EXPECT_EQ(ask(request::AmendCramp{{{}, 2}, on_the_left()}), std::nullopt);
  EXPECT_EQ(ask(request::RemoveCramp{{{}, 3}}), std::nullopt);
  restart();
  ASSERT_THAT(diary().cramps, SizeIs(2));
  EXPECT_EQ(diary().cramps.back().cramp.side, CrampSide::left);
}

TEST_F(DiaryAnswers, UndoTakesThemBackOneByOne) {
  ask(request::AmendCramp{{}, on_the_left()});
  ask(request::RemoveCramp{});
  EXPECT_EQ(ask(request::Undo{}), std::nullopt);
  ASSERT_THAT(diary().cramps, SizeIs(1));
  EXPECT_EQ(diary().cramps.front().cramp.side, CrampSide::left);
  EXPECT_EQ(ask(request::Undo{}), std::nullopt);
  EXPECT_EQ(diary().cramps.front().cramp.side, std::nullopt);
  restart();
  EXPECT_EQ(ask(request::Undo{{}, night("2026-11-23")}), std::nullopt);
  EXPECT_FALSE(diary().is_known());
  EXPECT_EQ(ask(request::Undo{{}, night("2026-11-23")}), RefusedFor::nothing_to_undo);
}

TEST_F(DiaryAnswers, UndoTakesBackWhatWasSaidLastStepOrDiary) {
  ask(request::Done{{{{"water"}, night("2026-11-23"), 1}}});
  ask(request::AmendCramp{{}, on_the_left()});
  ask(request::Done{{{{"calf-stretch"}, night("2026-11-23"), 1}}});
  told_.clear();
  for (int times = 0; times < 3; ++times) EXPECT_EQ(ask(request::Undo{}), std::nullopt);
  EXPECT_THAT(told_, ElementsAre("undone", "undone", "undone"));
  EXPECT_EQ(diary().cramps.front().cramp.side, std::nullopt);
}

TEST_F(DiaryAnswers, AnEarlierNightIsReadBeforeItIsChanged) {
  Cramp cramp;
  cramp.at = at("2026-09-02T02:00");
  ask(request::LogCramp{cramp, {}});
  restart();
  EXPECT_EQ(ask(request::AmendCramp{{night("2026-09-01"), {}}, on_the_left()}), std::nullopt);
  ASSERT_THAT(diary("2026-09-01").cramps, SizeIs(1));
  EXPECT_EQ(diary("2026-09-01").cramps.front().cramp.side, CrampSide::left);
}

TEST_F(DiaryAnswers, WhatCannotBeIsRefused) {
  CrampChange change;
  change.severity = 11;
  EXPECT_EQ(ask(request::AmendCramp{{}, change}), RefusedFor::out_of_range);
  change = {};
  change.minutes = -1;
  EXPECT_EQ(ask(request::AmendCramp{{}, change}), RefusedFor::out_of_range);
  change = {};
  change.at = at("2026-11-24T08:00");
  EXPECT_EQ(ask(request::AmendCramp{{}, change}), RefusedFor::cramp_in_the_future);
  change.at = at("2026-11-23T03:00");
  EXPECT_EQ(ask(request::AmendCramp{{}, change}), RefusedFor::cramp_of_another_night);
  EXPECT_EQ(ask(request::AmendCramp{{{}, 2}, on_the_left()}), RefusedFor::no_such_cramp);
  EXPECT_EQ(ask(request::RemoveCramp{{night("2026-11-20"), {}}}), RefusedFor::no_such_cramp);
  EXPECT_EQ(diary().cramps.front().cramp.side, std::nullopt);
}

TEST_F(DiaryAnswers, ACrampSaidAfterwardsSettlesANightThatWasSaidToHaveHadNone) {
  ask(request::RemoveCramp{});
  ask(request::LogNoCramp{});
  ask(request::LogCramp{Cramp{}, night("2026-11-23")});
  EXPECT_FALSE(diary().no_cramp);
  EXPECT_THAT(diary().cramps, SizeIs(1));
}

}  // namespace
}  // namespace calmcalf
