// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>

#include "app/a_service.hpp"
#include "domain/handbook.hpp"

namespace calmcalf {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

/// A cramp at three in the morning, said by one click in the tray; and the morning after.
class CrampPopups : public AService {
 protected:
  void SetUp() override {
    auto routine = plain_routine();
    routine.diary.morning_check = clock("08:30");
    schedule_.reading.routine = shared(routine);
    start("2026-11-24T03:10");
  }

  void cramp_in_the_tray() {
    request::LogCramp log;
    log.cramp.at = clock_.now();
    log.show_relief = true;
    EXPECT_FALSE(service_->request(log, Source::tray));
    settle();
  }

  [[nodiscard]] const Notice& popup(const std::string& key) const { return desktop_.screen().at(key); }

  [[nodiscard]] Cramp last_cramp() const {
    return service_->evening().standing().night(night("2026-11-23"))->diary.cramps.back().cramp;
  }
};

TEST_F(CrampPopups, SayWhatHelpsOneThingAfterAnother) {
  cramp_in_the_tray();
  EXPECT_EQ(last_cramp().at, at("2026-11-24T03:10"));
  for (std::size_t page = 0; page < relief_advice().size(); ++page) {
    EXPECT_EQ(popup("relief").title, relief_advice()[page].title);
    EXPECT_THAT(popup("relief").body, HasSubstr(relief_advice()[page].text));
    if (page + 1 < relief_advice().size()) press("relief", "next");
  }
  EXPECT_THAT(buttons("relief"), ElementsAre("Show again", "Back", "Close"));
  press("relief", "back");
  EXPECT_EQ(popup("relief").title, relief_advice()[relief_advice().size() - 2].title);
  press("relief", "close");
  EXPECT_THAT(on_screen(), IsEmpty());
}

TEST_F(CrampPopups, ShowWhatHelpsDuringAPauseToo) {
  ASSERT_FALSE(service_->request(request::Pause{}, Source::tray));
  cramp_in_the_tray();
  EXPECT_THAT(on_screen(), ElementsAre("relief"));
}

TEST_F(CrampPopups, SayNothingWhereTheDiskDoesNotTakeTheCramp) {
  history_.fail_with(full_disk());
  request::LogCramp log;
  log.cramp.at = clock_.now();
  log.show_relief = true;
  EXPECT_TRUE(service_->request(log, Source::tray));
}

TEST_F(CrampPopups, ComeBackWithAServerAndGoWhenClosed) {
  cramp_in_the_tray();
  press("relief", "next");
  desktop_.become(SimulatedDesktop::Server::gone);
  settle();
  desktop_.become(SimulatedDesktop::Server::there);
  settle();
  EXPECT_EQ(popup("relief").title, relief_advice()[1].title);
  desktop_.close("relief");
  settle();
  EXPECT_THAT(on_screen(), IsEmpty());
}

TEST_F(CrampPopups, LeaveTheScreenToWhomeverFellAsleepOverThem) {
  cramp_in_the_tray();
  run_until("2026-11-24T03:40");
  press("relief", "next");
  run_until("2026-11-24T04:39:59");
  EXPECT_THAT(on_screen(), ElementsAre("relief"));
  run_until("2026-11-24T04:40");
  EXPECT_THAT(on_screen(), IsEmpty());
}

TEST_F(CrampPopups, AskNoMoreOnceTheNightIsOverAndAskOfTheNextOne) {
  cramp_in_the_tray();
  press("relief", "close");
  run_until("2026-11-24T16:29:59");
  EXPECT_THAT(on_screen(), ElementsAre("follow-up"));
  run_until("2026-11-24T16:30");
  EXPECT_THAT(on_screen(), IsEmpty());
  run_until("2026-11-25T03:10");
  cramp_in_the_tray();
  press("relief", "close");
  run_until("2026-11-25T08:30");
  EXPECT_THAT(on_screen(), Contains("follow-up"));
}

TEST_F(CrampPopups, AskInTheMorningForWhatTheNightDidNotSay) {
  cramp_in_the_tray();
  press("relief", "close");
  run_until("2026-11-24T08:30");
  EXPECT_THAT(on_screen(), ElementsAre("follow-up"));
  EXPECT_EQ(popup("follow-up").title, "The cramp at 03:10");
  EXPECT_THAT(buttons("follow-up"), ElementsAre("Show again", "Mild", "Bad"));
  press("follow-up", "bad");
  EXPECT_EQ(popup("follow-up").body, "Did it wake you?");
  press("follow-up", "yes");
  EXPECT_EQ(popup("follow-up").body, "Which leg was it?");
  press("follow-up", "left");
  EXPECT_THAT(on_screen(), IsEmpty());
  const auto cramp = last_cramp();
  EXPECT_EQ(cramp.severity, 8);
  EXPECT_TRUE(cramp.woke);
  EXPECT_EQ(cramp.side, CrampSide::left);
  kill();
  start();
  run_until("2026-11-24T09:30");
  EXPECT_THAT(on_screen(), IsEmpty()) << "asked once";
}

TEST_F(CrampPopups, AskNothingWhereTheNightSaidIt) {
  Cramp cramp;
  cramp.at = clock_.now();
  cramp.side = CrampSide::right;
  ASSERT_FALSE(service_->request(request::LogCramp{cramp, {}}, Source::command));
  run_until("2026-11-24T09:00");
  EXPECT_THAT(on_screen(), IsEmpty());
}

TEST_F(CrampPopups, FollowTheMorningsAnswerWithWhatItLeavesOpen) {
  run_until("2026-11-24T08:30");
  press("morning-check", "mild");
  EXPECT_EQ(popup("follow-up").title, "The cramp in the night");
  EXPECT_EQ(popup("follow-up").body, "Did it wake you?");
  press("follow-up", "no");
  press("follow-up", "both");
  EXPECT_THAT(on_screen(), IsEmpty());
  EXPECT_EQ(last_cramp().severity, 3);
  EXPECT_FALSE(last_cramp().woke);
  EXPECT_EQ(last_cramp().side, CrampSide::both);
}

TEST_F(CrampPopups, AskNoMoreWhereTheQuestionIsClosed) {
  run_until("2026-11-24T08:30");
  press("morning-check", "bad");
  desktop_.close("follow-up");
  settle();
  EXPECT_THAT(on_screen(), IsEmpty());
  EXPECT_EQ(last_cramp().severity, 8);
  run_until("2026-11-24T12:00");
  EXPECT_THAT(on_screen(), IsEmpty());
}

TEST_F(CrampPopups, AskNoMoreAboutACrampThatIsTakenBack) {
  run_until("2026-11-24T08:30");
  press("morning-check", "bad");
  ASSERT_FALSE(service_->request(request::Undo{}, Source::command));
  settle();
  EXPECT_THAT(on_screen(), Not(Contains("follow-up")));
}

TEST_F(CrampPopups, BringTheQuestionBackWhereTheDiskDoesNotTakeTheAnswer) {
  run_until("2026-11-24T08:30");
  press("morning-check", "bad");
  history_.fail_with(full_disk());
  press("follow-up", "yes");
  EXPECT_THAT(on_screen(), ElementsAre("follow-up", "refusal"));
  EXPECT_EQ(popup("follow-up").body, "Did it wake you?");
}

TEST_F(CrampPopups, SayWhatToMind) {
  auto routine = *schedule_.reading.routine;
  routine.cautions = {Caution::injury};
  schedule_.reading.routine = shared(routine);
  EXPECT_TRUE(service_->reload());
  cramp_in_the_tray();
  EXPECT_THAT(popup("relief").body, HasSubstr("\nRest an injured muscle: do not pull on it."));
}

TEST_F(CrampPopups, TakeAnAnswerThatIsGivenJustAsTheNightEnds) {
  cramp_in_the_tray();
  press("relief", "close");
  run_until("2026-11-24T08:30");
  clock_.set(at("2026-11-24T16:30"));
  press("follow-up", "bad");
  EXPECT_EQ(last_cramp().severity, 8);
  EXPECT_THAT(on_screen(), IsEmpty());
}

TEST_F(CrampPopups, GoWhereTheyAreClickedAfterWeeksOfSleep) {
  cramp_in_the_tray();
  press("relief", "close");
  run_until("2026-11-24T08:30");
  clock_.set(at("2026-12-24T08:29"));  // the click is what the service hears of first
  press("follow-up", "default");
  EXPECT_THAT(on_screen(), Not(Contains("follow-up")));
}

TEST_F(CrampPopups, AdviseNobodyToSeeADoctorWhoWantsNoSuchAdvice) {
  auto routine = *schedule_.reading.routine;
  routine.diary.see_doctor_at = 0;
  schedule_.reading.routine = shared(routine);
  EXPECT_TRUE(service_->reload());
  for (const auto* date : {"2026-11-20", "2026-11-21", "2026-11-22", "2026-11-23"})
    ASSERT_FALSE(service_->request(request::LogCramp{{}, night(date)}, Source::command));
  settle();
  EXPECT_THAT(on_screen(), Not(Contains("doctor-hint")));
}

}  // namespace
}  // namespace calmcalf
