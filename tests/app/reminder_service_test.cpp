// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "app/reminder_service.hpp"

#include <algorithm>

#include <gmock/gmock.h>

#include "app/a_service.hpp"

namespace calmcalf {
namespace {

using namespace std::chrono_literals;
using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr auto water_popup = "step/water/2026-11-23/1";
constexpr auto stretch_popup = "step/calf-stretch/2026-11-23/1";

using ReminderServiceTest = AService;

TEST_F(ReminderServiceTest, RecordsAPressedButtonAsAnAnswerFromANotification) {
  start("2026-11-23T20:30");
  press(water_popup, "done");
  const auto& last = history_.entries().back();
  EXPECT_EQ(std::get<entry::Ended>(last.body).how, State::done);
  EXPECT_EQ(last.source, Source::notification);
  EXPECT_THAT(on_screen(), IsEmpty());
}

TEST_F(ReminderServiceTest, SnoozesAndSkipsByButton) {
  start("2026-11-23T20:30");
  press(water_popup, "snooze");
  EXPECT_EQ(state_of("water"), State::snoozed);
  run_until("2026-11-23T20:40");
  EXPECT_THAT(on_screen(), ElementsAre(water_popup));
  press(water_popup, "skip");
  EXPECT_EQ(state_of("water"), State::skipped);
}

TEST_F(ReminderServiceTest, SaysWhatToDoWhenBedtimeIsAndWhatToMind) {
  auto routine = plain_routine();
  routine.steps[0].use = {"water"};
  routine.cautions = {Caution::fluid_limit};
  schedule_.reading.routine = shared(routine);
  start("2026-11-23T20:30");
  const auto& notice = desktop_.screen().at(water_popup);
  EXPECT_EQ(notice.title, "Title of water");
  EXPECT_THAT(notice.body,
              AllOf(HasSubstr("Text of water."), HasSubstr("Bed at 22:30."), HasSubstr("limit what you drink")));
  EXPECT_THAT(notice.without_buttons, HasSubstr("calmcalf done water"));
  EXPECT_THAT(buttons(water_popup), ElementsAre("Show again", "Done", "Snooze 10 min", "Skip"));
}

TEST_F(ReminderServiceTest, OffersNoSnoozeThatWouldBeRefused) {
  start("2026-11-23T22:15");
  run_until("2026-11-23T22:20");
  EXPECT_THAT(buttons(stretch_popup), Contains("Snooze 10 min"));
  auto routine = plain_routine();
  for (auto& step : routine.steps) step.rules.max_snoozes = 0;
  schedule_.reading.routine = shared(routine);
  EXPECT_TRUE(service_->reload());
  run_until("2026-11-23T22:25");  // the repeat
  EXPECT_THAT(buttons(stretch_popup), Not(Contains("Snooze 10 min")));
}

TEST_F(ReminderServiceTest, CallsNothingUnseenThatAnEditMovedIntoThePast) {
  start("2026-11-23T18:00");
  auto routine = plain_routine();
  routine.steps[1].when = AtTime{TimeOfDay{16h}};
  schedule_.reading.routine = shared(routine);
  EXPECT_TRUE(service_->reload());
  EXPECT_THAT(told_, Not(Contains("unseen")));
  run_until("2026-11-24T16:00");
  EXPECT_THAT(on_screen(), ElementsAre("step/calf-stretch/2026-11-24/1"));
}

TEST_F(ReminderServiceTest, CallsNothingUnseenThatWasOverBeforeTheNightOfItsInstallation) {
  auto routine = plain_routine();
  routine.steps[1].when = Every{1h, TimeOfDay{9h}, TimeOfDay{17h}};
  schedule_.reading.routine = shared(routine);
  start("2026-11-23T20:00");
  EXPECT_EQ(std::ranges::count(told_, "unseen"), 2) << "those of 16 and 17 o'clock: the night begins at half past four";
}

TEST_F(ReminderServiceTest, StaysPausedWhenAnAnswerRecallsANightThatWasResumedLongAgo) {
  start("2026-10-01T20:00");
  ASSERT_FALSE(service_->request(request::Pause{}, Source::command));
  ASSERT_FALSE(service_->request(request::Resume{}, Source::command));
  kill();
  start("2026-11-23T20:00");
  ASSERT_FALSE(service_->request(request::Pause{}, Source::command));
  const Target long_ago{{"water"}, parse_night("2026-10-01"), {}};
  ASSERT_FALSE(service_->request(request::Done{{long_ago}}, Source::command));
  EXPECT_TRUE(service_->evening().status(clock_.now()).paused_until.has_value());
}

TEST_F(ReminderServiceTest, PutsAPopupBackAfterARestartWithoutRemindingLater) {
  start("2026-11-23T20:30");
  clock_.set(at("2026-11-23T20:35"));
  kill();
  start();
  run_until("2026-11-23T20:40");
  EXPECT_THAT(told_, ElementsAre("shown", "repeated", "repeated")) << "put back at 20:35, a reminder at 20:40";
}

TEST_F(ReminderServiceTest, RefusesAnAnswerThatTheDiskDoesNotTakeAndBringsThePopupBack) {
  start("2026-11-23T20:30");
  history_.fail_with(full_disk());
  press(water_popup, "done");
  EXPECT_EQ(state_of("water"), State::due);
  EXPECT_THAT(on_screen(), ElementsAre("refusal", water_popup));
  EXPECT_THAT(desktop_.screen().at("refusal").body, HasSubstr("the disk is full; make room"));
  EXPECT_THAT(log_.complaints, Contains(HasSubstr("the disk is full")));

  history_.fail_with(std::nullopt);
  press(water_popup, "done");
  EXPECT_EQ(state_of("water"), State::done);
  EXPECT_THAT(on_screen(), ElementsAre("refusal"));
}

TEST_F(ReminderServiceTest, KeepsWhatItKnowsUntilTheDiskTakesIt) {
  start("2026-11-23T20:00");
  history_.fail_with(full_disk());
  run_until("2026-11-23T20:30");
  EXPECT_THAT(on_screen(), ElementsAre(water_popup));  // a full disk is no reason not to remind
  history_.fail_with(std::nullopt);
  EXPECT_FALSE(service_->request(request::Done{{{{"water"}, {}, {}}}}, Source::command));
  const auto& entries = history_.entries();
  EXPECT_TRUE(std::holds_alternative<entry::Shown>(entries.at(entries.size() - 2).body));
  EXPECT_TRUE(std::holds_alternative<entry::Ended>(entries.back().body));
}

TEST_F(ReminderServiceTest, SavesWhatItKnowsAsSoonAsAnythingHappens) {
  start("2026-11-23T20:00");
  history_.fail_with(full_disk());
  run_until("2026-11-23T20:30");
  const auto complaints = log_.complaints.size();
  service_->machine_woke();
  EXPECT_EQ(log_.complaints.size(), complaints) << "it has been said";
  history_.fail_with(std::nullopt);
  service_->machine_woke();
  EXPECT_TRUE(std::holds_alternative<entry::Shown>(history_.entries().back().body));
}

TEST_F(ReminderServiceTest, SavesAtItsEndWhatTheDiskDidNotTakeBefore) {
  start("2026-11-23T20:00");
  history_.fail_with(full_disk());
  run_until("2026-11-23T20:30");
  ASSERT_FALSE(std::holds_alternative<entry::Shown>(history_.entries().back().body));
  history_.fail_with(std::nullopt);
  service_->stop();
  EXPECT_TRUE(std::holds_alternative<entry::Shown>(history_.entries().back().body));
}

TEST_F(ReminderServiceTest, SaysAtItsEndWhatTheDiskNeverTook) {
  start("2026-11-23T20:00");
  history_.fail_with(full_disk());
  run_until("2026-11-23T20:30");
  service_->stop();
  EXPECT_THAT(log_.complaints.back(), AllOf(HasSubstr("the disk is full"), HasSubstr("is lost")));
}

TEST_F(ReminderServiceTest, TakesAnAnswerOnceHoweverOftenTheButtonIsPressed) {
  start("2026-11-23T20:30");
  desktop_.press(water_popup, "done");
  desktop_.press(water_popup, "done");
  settle();
  const auto ends = std::ranges::count_if(
      history_.entries(), [](const Entry& entry) { return std::holds_alternative<entry::Ended>(entry.body); });
  EXPECT_EQ(ends, 1);
}

TEST_F(ReminderServiceTest, ShowsAPopupAgainThatWasClickedInPassing) {
  start("2026-11-23T20:30");
  press(water_popup, "default");
  EXPECT_THAT(on_screen(), ElementsAre(water_popup));
  EXPECT_EQ(state_of("water"), State::due);
  EXPECT_FALSE(desktop_.screen().at(water_popup).sound);
}

TEST_F(ReminderServiceTest, AnswersAllOfASummaryOrShowsEach) {
  auto routine = plain_routine();
  routine.steps.push_back(step("hamstring-stretch", BeforeBed{10min}));
  schedule_.reading.routine = shared(routine);
  start("2026-11-23T22:25");
  ASSERT_THAT(on_screen(), ElementsAre("summary"));
  EXPECT_THAT(desktop_.screen().at("summary").body,
              AllOf(HasSubstr("Title of calf-stretch"), HasSubstr("Title of hamstring-stretch")));
  press("summary", "each");
  EXPECT_THAT(on_screen(), ElementsAre(stretch_popup, "step/hamstring-stretch/2026-11-23/1"));
  EXPECT_EQ(std::ranges::count(told_, "shown") + std::ranges::count(told_, "repeated"), 0);

  kill();
  start();
  ASSERT_THAT(on_screen(), Contains("summary"));
  press("summary", "done");
  EXPECT_EQ(state_of("calf-stretch"), State::done);
  EXPECT_EQ(state_of("hamstring-stretch"), State::done);
}

TEST_F(ReminderServiceTest, KeepsTheScheduleInForceWhenTheFileGetsAMistake) {
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

TEST_F(ReminderServiceTest, TakesAScheduleThatMeansTheSameForNoChange) {
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

TEST_F(ReminderServiceTest, TellsOfAMistakeOnceHoweverOftenTheFileIsSaved) {
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

TEST_F(ReminderServiceTest, BringsThePopupUpToDateWithOtherMistakes) {
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

TEST_F(ReminderServiceTest, TakesTheMistakeBackWhenTheFileIsAsItWas) {
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

TEST_F(ReminderServiceTest, TellsOfAMistakeAsSoonAsThereIsAServer) {
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

TEST_F(ReminderServiceTest, DoesNotTellOfAMistakeThatWasMendedBeforeThereWasAServer) {
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

TEST_F(ReminderServiceTest, FollowsTheSystemsZone) {
  start("2026-11-23T20:00");
  EXPECT_FALSE(service_->system_zone_changed()) << "it is the same";
  zones_.here = std::make_shared<FixedZone>(30min);
  EXPECT_TRUE(service_->system_zone_changed());
  settle();
  EXPECT_THAT(on_screen(), ElementsAre(water_popup));  // it is half past eight here
  EXPECT_FALSE(service_->system_zone_changed());
}

TEST_F(ReminderServiceTest, FollowsNoZoneBeforeItHasStarted) {
  ReminderService service{{clock_, timer_, desktop_, history_, zones_, schedule_, log_}};
  EXPECT_FALSE(service.system_zone_changed());
}

TEST_F(ReminderServiceTest, StaysInTheZoneThatTheScheduleNames) {
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

TEST_F(ReminderServiceTest, StartsWithTheLastGoodScheduleWhereTheFileHasAMistake) {
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

TEST_F(ReminderServiceTest, SchedulesNothingWhereThereNeverWasAGoodSchedule) {
  schedule_.reading = {nullptr, {{"routine.toml", 1, 1, "", "it is empty", {}}}};
  start("2026-11-23T20:30");
  EXPECT_THAT(on_screen(), ElementsAre("schedule-mistake"));
  EXPECT_THAT(service_->evening().status(clock_.now()).steps, IsEmpty());
}

TEST_F(ReminderServiceTest, RemembersAnswersThoughTheClockIsSetFarBack) {
  start("2026-11-23T20:30");
  press(water_popup, "done");
  clock_.set(at("2027-11-23T20:30"));
  timer_.change_clock();
  settle();
  clock_.set(at("2026-11-23T20:31"));
  timer_.change_clock();
  settle();
  EXPECT_EQ(state_of("water"), State::done);
  EXPECT_THAT(on_screen(), IsEmpty());
  run_until("2026-11-23T22:15");
  EXPECT_THAT(on_screen(), ElementsAre(stretch_popup));
}

TEST_F(ReminderServiceTest, AnswersForANightLongPast) {
  start("2026-10-01T20:00");
  run_until("2026-11-23T20:00");
  const request::Done done{{{{"water"}, night("2026-10-01"), {}}}};
  EXPECT_FALSE(service_->request(done, Source::command));
  EXPECT_FALSE(service_->request(done, Source::command));  // again: it is done already
  const auto that_night = history_.load(night("2026-10-01"), night("2026-10-01"));
  const auto answers =
      std::ranges::count_if(that_night, [](const Entry& entry) { return entry.source == Source::command; });
  EXPECT_EQ(answers, 1);
  const request::Done too_early{{{{"water"}, night("2026-11-24"), {}}}};
  EXPECT_EQ(service_->request(too_early, Source::command)->why, Refusal::Why::night_to_come);
}

TEST_F(ReminderServiceTest, WithdrawsItsPopupsWhenItEnds) {
  start("2026-11-23T20:30");
  service_->stop();
  EXPECT_THAT(on_screen(), IsEmpty());
  EXPECT_FALSE(timer_.deadline());
}

TEST_F(ReminderServiceTest, TakesUpWhatAnotherProgramHasWrittenIntoTheHistory) {
  start("2026-11-23T20:30");
  ASSERT_THAT(on_screen(), ElementsAre(water_popup));
  const Entry done{clock_.now(), 0s, Source::import,
                   entry::Ended{{{night("2026-11-23"), {"water"}, 1}, clock_.now()}, State::done}};
  history_.append({&done, 1});
  service_->reread_history();
  settle();
  EXPECT_EQ(state_of("water"), State::done);
  EXPECT_THAT(on_screen(), IsEmpty());
  run_until("2026-11-23T22:15");
  EXPECT_THAT(on_screen(), ElementsAre(stretch_popup));
}

TEST_F(ReminderServiceTest, KeepsItsPlaceWhenTheHistoryIsRead) {
  start("2026-11-23T20:30");
  press(water_popup, "snooze");
  service_->session_locked();
  service_->reread_history();
  run_until("2026-11-23T20:45");
  EXPECT_THAT(on_screen(), IsEmpty()) << "it is still locked";
  service_->session_unlocked();
  settle();
  EXPECT_THAT(on_screen(), ElementsAre(water_popup));
}

}  // namespace
}  // namespace calmcalf
