// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>

#include "app/a_service.hpp"

namespace calmcalf {
namespace {

using namespace std::chrono_literals;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr auto due_popup = "step/calf-stretch/2026-11-23/1";

/// Stretches of three rounds are due at 22:15, and their guide was started by its button.
class GuidedStep : public AService {
 protected:
  void SetUp() override {
    auto routine = plain_routine();
    routine.steps[1].guide = Guide{3, 10s, 10s, {Side::left, Side::right}};
    routine.steps[1].use = {"calf-stretch"};
    schedule_.reading.routine = shared(routine);
    start("2026-11-23T22:15:00");
    press(due_popup, "start");
  }

  [[nodiscard]] const Notice& guide() const { return desktop_.screen().at("guide"); }
};

TEST_F(GuidedStep, StartsByAClickOnThePopupItselfToo) {
  press("guide", "stop");
  settle();
  ASSERT_THAT(on_screen(), ElementsAre(due_popup));
  press(due_popup, "default");
  EXPECT_THAT(on_screen(), ElementsAre("guide"));
}

TEST_F(GuidedStep, SaysWhatToDoNowAndCountsDown) {
  EXPECT_THAT(on_screen(), ElementsAre("guide"));
  EXPECT_EQ(guide().title, "Hold, left leg: 10 s");
  EXPECT_THAT(guide().body, HasSubstr("Title of calf-stretch\nRound 1 of 3"));
  EXPECT_THAT(buttons("guide"), ElementsAre("Show again", "Pause", "Done", "Stop"));
  EXPECT_TRUE(guide().sound);
  run_until("2026-11-23T22:15:04");
  EXPECT_EQ(guide().title, "Hold, left leg: 6 s");
  EXPECT_FALSE(guide().sound);
  run_until("2026-11-23T22:15:10");
  EXPECT_EQ(guide().title, "Relax, then right leg: 10 s");
  EXPECT_TRUE(guide().sound) << "eyes are closed";
  EXPECT_EQ(guide().progress, 9);
}

TEST_F(GuidedStep, IsDoneByItselfAtTheEndAndSaysSo) {
  run_until("2026-11-23T22:16:49");
  EXPECT_EQ(state_of("calf-stretch"), State::due);
  run_until("2026-11-23T22:16:50");
  EXPECT_EQ(state_of("calf-stretch"), State::done);
  EXPECT_EQ(history_.entries().back().source, Source::notification);
  EXPECT_EQ(guide().title, "Done");
  EXPECT_TRUE(guide().sound);
  EXPECT_THAT(buttons("guide"), IsEmpty());
  EXPECT_FALSE(guide().stays);
}

TEST_F(GuidedStep, PausesAndGoesOn) {
  run_until("2026-11-23T22:15:04");
  press("guide", "pause");
  EXPECT_EQ(guide().title, "Paused");
  EXPECT_THAT(buttons("guide"), Contains("Go on"));
  run_until("2026-11-23T22:18:00");
  EXPECT_EQ(guide().title, "Paused");
  press("guide", "go-on");
  EXPECT_EQ(guide().title, "Hold, left leg: 6 s");
}

TEST_F(GuidedStep, StoppedIsStillDue) {
  press("guide", "stop");
  EXPECT_EQ(state_of("calf-stretch"), State::due);
  EXPECT_THAT(on_screen(), ElementsAre(due_popup));
}

TEST_F(GuidedStep, DoneByItsButtonIsDoneAtOnce) {
  press("guide", "done");
  EXPECT_EQ(state_of("calf-stretch"), State::done);
  EXPECT_THAT(on_screen(), IsEmpty());
}

TEST_F(GuidedStep, GoesOnWhereItsPopupIsClosedAndShowsTheNextPhase) {
  desktop_.close("guide");
  settle();
  EXPECT_THAT(on_screen(), IsEmpty());
  run_until("2026-11-23T22:15:09");
  EXPECT_THAT(on_screen(), IsEmpty());
  run_until("2026-11-23T22:15:12");
  EXPECT_EQ(guide().title, "Relax, then right leg: 8 s");
}

TEST_F(GuidedStep, IsDoneWhereNothingIsDrawn) {
  desktop_.become(SimulatedDesktop::Server::gone);
  settle();
  run_until("2026-11-23T22:17:00");
  EXPECT_EQ(state_of("calf-stretch"), State::done);
}

TEST_F(GuidedStep, IsShownByANewServer) {
  desktop_.become(SimulatedDesktop::Server::gone);
  settle();
  desktop_.become(SimulatedDesktop::Server::there);
  settle();
  EXPECT_EQ(guide().title, "Hold, left leg: 10 s");
}

TEST_F(GuidedStep, WaitsForSomebodyWhoseMachineSlept) {
  run_until("2026-11-23T22:15:04");
  clock_.set(at("2026-11-23T22:25:00"));
  service_->machine_woke();
  settle();
  EXPECT_EQ(guide().title, "Paused");
  EXPECT_EQ(state_of("calf-stretch"), State::due);
}

TEST_F(GuidedStep, ThatNobodyComesBackToIsMissed) {
  press("guide", "pause");
  run_until("2026-11-23T22:59:59");
  EXPECT_EQ(state_of("calf-stretch"), State::due);
  run_until("2026-11-23T23:00:00");
  EXPECT_EQ(state_of("calf-stretch"), State::missed);
  EXPECT_THAT(on_screen(), IsEmpty());
}

TEST_F(GuidedStep, EndsWithAPauseOfEverything) {
  ASSERT_FALSE(service_->request(request::Pause{}, Source::command));
  settle();
  EXPECT_THAT(on_screen(), IsEmpty());
  ASSERT_TRUE(service_->request(request::StopGuide{}, Source::command));
}

TEST_F(GuidedStep, CanBeStartedDuringAPause) {
  ASSERT_FALSE(service_->request(request::Pause{}, Source::command));
  ASSERT_FALSE(service_->request(request::StartGuide{{{"calf-stretch"}, {}, {}}}, Source::command));
  settle();
  EXPECT_EQ(guide().title, "Hold, left leg: 10 s");
  run_until("2026-11-23T22:16:50");
  EXPECT_EQ(state_of("calf-stretch"), State::done);
}

TEST_F(GuidedStep, IsStillDueAfterACrash) {
  kill();
  start();
  EXPECT_EQ(state_of("calf-stretch"), State::due);
  EXPECT_THAT(on_screen(), Contains(due_popup));
}

TEST_F(GuidedStep, ThatIsDoneAlreadyIsNotRecordedAnew) {
  press("guide", "done");
  ASSERT_FALSE(service_->request(request::StartGuide{{{"calf-stretch"}, {}, {}}}, Source::command));
  settle();
  const auto entries = history_.entries().size();
  run_until("2026-11-23T22:18:00");
  EXPECT_EQ(history_.entries().size(), entries);
  EXPECT_EQ(guide().title, "Done");
}

TEST_F(GuidedStep, SaysWhatToMind) {
  auto routine = *schedule_.reading.routine;
  routine.cautions = {Caution::balance};
  schedule_.reading.routine = shared(routine);
  EXPECT_TRUE(service_->reload());
  run_until("2026-11-23T22:15:10");
  EXPECT_THAT(guide().body, HasSubstr("Do not hold your breath.\nHold on to something firm"));
}

TEST_F(GuidedStep, EndsWhereTheScheduleNoLongerHasIt) {
  auto routine = plain_routine();
  routine.steps.pop_back();
  schedule_.reading.routine = shared(routine);
  EXPECT_TRUE(service_->reload());
  settle();
  EXPECT_THAT(on_screen(), IsEmpty());
  EXPECT_EQ(service_->evening().guide(), nullptr);
}

TEST_F(GuidedStep, SpeaksOfNoRoundWhereThereIsButOne) {
  kill();
  auto routine = plain_routine();
  routine.steps[1].guide = Guide{1, 60s, 0s, {}};
  schedule_.reading.routine = shared(routine);
  start();
  press(due_popup, "start");
  EXPECT_EQ(guide().title, "Keep going: 60 s");
  EXPECT_EQ(guide().body, "Title of calf-stretch");
}

}  // namespace
}  // namespace calmcalf
