// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include <algorithm>

#include <gmock/gmock.h>

#include "app/a_service.hpp"
#include "app/reminder_service.hpp"

namespace calmcalf {
namespace {

using namespace std::chrono_literals;
using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

/// What the service does about a schedule that is edited, and about the zone it is meant in.
using ServiceScheduleTest = AService;

TEST_F(ServiceScheduleTest, CallsNothingUnseenThatAnEditMovedIntoThePast) {
  start("2026-11-23T18:00");
  auto routine = plain_routine();
  routine.steps[1].when = AtTime{TimeOfDay{16h}};
  schedule_.reading.routine = shared(routine);
  EXPECT_TRUE(service_->reload());
  EXPECT_THAT(told_, Not(Contains("unseen")));
  run_until("2026-11-24T16:00");
  EXPECT_THAT(on_screen(), ElementsAre("step/calf-stretch/2026-11-24/1"));
}

TEST_F(ServiceScheduleTest, TakesAStepOutOfASummaryThatTheScheduleNoLongerHas) {
  auto routine = plain_routine();
  routine.steps.push_back(step("hamstring-stretch", BeforeBed{10min}));
  auto longer = routine;
  longer.steps.push_back(step("heel-walk", BeforeBed{12min}));
  schedule_.reading.routine = shared(longer);
  start("2026-11-23T22:25");
  ASSERT_THAT(desktop_.screen().at("summary").body, HasSubstr("Title of heel-walk"));
  schedule_.reading.routine = shared(routine);
  EXPECT_TRUE(service_->reload());
  settle();
  ASSERT_THAT(on_screen(), ElementsAre("summary"));
  EXPECT_THAT(desktop_.screen().at("summary").body,
              AllOf(HasSubstr("Title of hamstring-stretch"), Not(HasSubstr("Title of heel-walk"))));
  EXPECT_EQ(std::ranges::count(told_, "withdrawn"), 1);
}

TEST_F(ServiceScheduleTest, KeepsTheScheduleInForceWhenTheFileGetsAMistake) {
  start("2026-11-23T20:00");
  schedule_.reading = {nullptr, {{"/home/me/routine.toml", 12, 3, "step[2].at", "that is no time", {}}}};
  EXPECT_FALSE(service_->reload());
  EXPECT_THAT(desktop_.screen().at("schedule-mistake").body,
              AllOf(HasSubstr("routine.toml, line 12"), HasSubstr("that is no time")));
  run_until("2026-11-23T20:30");
  EXPECT_THAT(on_screen(), Contains(water_popup));
  schedule_.reading = {shared(plain_routine()), {}};
  EXPECT_TRUE(service_->reload());
  EXPECT_THAT(on_screen(), ElementsAre(water_popup));
  EXPECT_THAT(service_->problems(), IsEmpty());
}

TEST_F(ServiceScheduleTest, TakesAScheduleThatMeansTheSameForNoChange) {
  start("2026-11-23T20:30");
  const auto recorded = history_.entries().size();
  told_.clear();
  schedule_.reading = {shared(plain_routine()), {{"routine.toml", 3, 1, "", "mind this", Mistake::Severity::caution}}};
  EXPECT_TRUE(service_->reload());
  settle();
  EXPECT_THAT(told_, IsEmpty());
  EXPECT_EQ(history_.entries().size(), recorded);
  EXPECT_THAT(on_screen(), ElementsAre(water_popup));
  EXPECT_EQ(service_->problems(), schedule_.reading.mistakes);
}

TEST_F(ServiceScheduleTest, TellsOfAMistakeOnceHoweverOftenTheFileIsSaved) {
  start("2026-11-23T20:00");
  schedule_.reading = {nullptr, {{"routine.toml", 12, 3, "step[2].at", "that is no time", {}}}};
  for (int saved = 0; saved < 3; ++saved) {
    EXPECT_FALSE(service_->reload());
    settle();
    desktop_.close("schedule-mistake");
    settle();
  }
  EXPECT_EQ(std::ranges::count(told_, "schedule_rejected"), 1);
  EXPECT_THAT(on_screen(), IsEmpty());

  schedule_.reading.mistakes.push_back({"routine.toml", 20, 1, "hooks", "no such key", {}});
  EXPECT_FALSE(service_->reload());
  settle();
  EXPECT_EQ(std::ranges::count(told_, "schedule_rejected"), 2);
  EXPECT_THAT(on_screen(), ElementsAre("schedule-mistake"));
}

TEST_F(ServiceScheduleTest, BringsThePopupUpToDateWithOtherMistakes) {
  start("2026-11-23T20:00");
  schedule_.reading = {nullptr, {{"routine.toml", 12, 3, "step[2].at", "that is no time", {}}}};
  service_->reload();
  settle();
  schedule_.reading = {nullptr, {{"routine.toml", 13, 1, "step[2].text", "it is empty", {}}}};
  service_->reload();
  settle();
  EXPECT_THAT(desktop_.screen().at("schedule-mistake").body,
              AllOf(HasSubstr("line 13"), HasSubstr("it is empty"), Not(HasSubstr("line 12"))));
}

TEST_F(ServiceScheduleTest, TakesTheMistakeBackWhenTheFileIsAsItWas) {
  start("2026-11-23T20:00");
  schedule_.reading = {nullptr, {{"routine.toml", 12, 3, "step[2].at", "that is no time", {}}}};
  service_->reload();
  settle();
  const auto recorded = history_.entries().size();
  schedule_.reading = {shared(plain_routine()), {}};
  EXPECT_TRUE(service_->reload());
  settle();
  EXPECT_THAT(on_screen(), IsEmpty());
  EXPECT_THAT(service_->problems(), IsEmpty());
  EXPECT_EQ(std::ranges::count(told_, "schedule_changed"), 0);
  EXPECT_EQ(history_.entries().size(), recorded);

  schedule_.reading = {nullptr, {{"routine.toml", 12, 3, "step[2].at", "that is no time", {}}}};
  service_->reload();
  settle();
  EXPECT_THAT(on_screen(), ElementsAre("schedule-mistake"));  // the same mistake anew
}

TEST_F(ServiceScheduleTest, TellsOfAMistakeAsSoonAsThereIsAServer) {
  desktop_.become(SimulatedDesktop::Server::gone);
  schedule_.good = schedule_.reading;
  schedule_.reading = {nullptr, {{"routine.toml", 1, 1, "", "it is empty", {}}}};
  start("2026-11-23T20:00");
  EXPECT_THAT(on_screen(), IsEmpty());
  desktop_.become(SimulatedDesktop::Server::there);
  settle();
  EXPECT_THAT(on_screen(), ElementsAre("schedule-mistake"));
  desktop_.close("schedule-mistake");
  settle();
  run_until("2026-11-23T20:30");
  EXPECT_THAT(on_screen(), ElementsAre(water_popup));
  EXPECT_EQ(std::ranges::count(told_, "schedule_rejected"), 1);
}

TEST_F(ServiceScheduleTest, DoesNotTellOfAMistakeThatWasMendedBeforeThereWasAServer) {
  desktop_.become(SimulatedDesktop::Server::gone);
  start("2026-11-23T20:00");
  schedule_.reading = {nullptr, {{"routine.toml", 1, 1, "", "it is empty", {}}}};
  service_->reload();
  settle();
  schedule_.reading = {shared(plain_routine()), {}};
  service_->reload();
  settle();
  desktop_.become(SimulatedDesktop::Server::there);
  settle();
  EXPECT_THAT(on_screen(), IsEmpty());
}

TEST_F(ServiceScheduleTest, FollowsTheSystemsZone) {
  start("2026-11-23T20:00");
  EXPECT_FALSE(service_->system_zone_changed()) << "it is the same";
  zones_.here = std::make_shared<FixedZone>(30min);
  EXPECT_TRUE(service_->system_zone_changed());
  settle();
  EXPECT_THAT(on_screen(), ElementsAre(water_popup));  // it is half past eight here
  EXPECT_FALSE(service_->system_zone_changed());
}

TEST_F(ServiceScheduleTest, StaysInTheZoneThatTheScheduleNames) {
  auto routine = plain_routine();
  routine.timezone = "Home";
  schedule_.reading.routine = shared(routine);
  start("2026-11-23T20:00");
  zones_.here = std::make_shared<FixedZone>(30min);
  EXPECT_FALSE(service_->system_zone_changed());
  settle();
  EXPECT_THAT(on_screen(), IsEmpty());

  zones_.home = std::make_shared<FixedZone>(30min);  // its rules were changed, and the schedule is read again
  EXPECT_TRUE(service_->reload());
  settle();
  EXPECT_THAT(on_screen(), ElementsAre(water_popup));
  EXPECT_EQ(std::ranges::count(told_, "schedule_changed"), 0);
}

TEST_F(ServiceScheduleTest, StartsWithTheLastGoodScheduleWhereTheFileHasAMistake) {
  schedule_.good = schedule_.reading;
  schedule_.reading = {nullptr, {{"routine.toml", 1, 1, "", "it is empty", {}}}};
  start("2026-11-23T20:30");
  EXPECT_THAT(on_screen(), ElementsAre("schedule-mistake", water_popup));

  schedule_.reading = {shared(plain_routine()), {}};
  EXPECT_TRUE(service_->reload());
  settle();
  EXPECT_THAT(on_screen(), ElementsAre(water_popup));
  EXPECT_THAT(told_, Not(Contains("schedule_changed")));
}

TEST_F(ServiceScheduleTest, SchedulesNothingWhereThereNeverWasAGoodSchedule) {
  schedule_.reading = {nullptr, {{"routine.toml", 1, 1, "", "it is empty", {}}}};
  start("2026-11-23T20:30");
  EXPECT_THAT(on_screen(), ElementsAre("schedule-mistake"));
  EXPECT_THAT(service_->evening().status(clock_.now()).steps, IsEmpty());
}

}  // namespace
}  // namespace calmcalf
