// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "app/reminder_service.hpp"

#include <algorithm>

#include <gmock/gmock.h>

#include "app/a_service.hpp"
#include "app/wording.hpp"

namespace calmcalf {
namespace {

using namespace std::chrono_literals;
using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

using ReminderServiceTest = AService;

TEST_F(ReminderServiceTest, RecordsAPressedButtonAsAnAnswerFromANotification) {
  start("2026-11-23T20:30");
  press(water_popup, "done");
  const auto& last = history_.entries().back();
  EXPECT_EQ(std::get<entry::Ended>(last.body).how, State::done);
  EXPECT_EQ(last.source, Source::notification);
  EXPECT_THAT(on_screen(), IsEmpty());
}

TEST_F(ReminderServiceTest, KnowsHowLongItRests) {
  start("2026-11-23T20:00");
  EXPECT_TRUE(service_->rests_for(30min));  // water is due by then
  EXPECT_FALSE(service_->rests_for(31min));
  service_->stop();
  EXPECT_FALSE(service_->rests_for(1s));
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

TEST_F(ReminderServiceTest, CallsNothingUnseenThatWasOverBeforeTheNightOfItsInstallation) {
  auto routine = plain_routine();
  routine.steps[1].when = Every{1h, TimeOfDay{9h}, TimeOfDay{17h}};
  schedule_.reading.routine = shared(routine);
  start("2026-11-23T20:00");
  EXPECT_EQ(std::ranges::count(told_, "unseen"), 2) << "those of 16 and 17 o'clock: the night begins at half past four";
}

TEST_F(ReminderServiceTest, PutsAPopupBackAfterARestartWithoutRemindingLater) {
  start("2026-11-23T20:30");
  clock_.set(at("2026-11-23T20:35"));
  kill();
  start();
  run_until("2026-11-23T20:40");
  EXPECT_THAT(told_, ElementsAre("shown", "repeated", "repeated")) << "put back at 20:35, a reminder at 20:40";
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

TEST_F(ReminderServiceTest, CountsAnAnswerThatWasPressedAsThePopupWasTakenDown) {
  start("2026-11-23T20:30");
  desktop_.press(water_popup, "done");
  ASSERT_FALSE(service_->request(request::Skip{{{{"water"}, {}, {}}}}, Source::command));
  settle();
  EXPECT_EQ(state_of("water"), State::done);
}

TEST_F(ReminderServiceTest, SaysThatAPressCameTooLateAndBringsNoPopupBack) {
  start("2026-11-23T20:30");
  desktop_.press(water_popup, "snooze");
  ASSERT_FALSE(service_->request(request::Done{{{{"water"}, {}, {}}}}, Source::command));
  settle();
  EXPECT_THAT(on_screen(), ElementsAre("refusal"));
  EXPECT_THAT(desktop_.screen().at("refusal").body, HasSubstr("is over: done at 20:30"));
}

TEST_F(ReminderServiceTest, SaysWhatIsNoReminderOnce) {
  start("2026-11-23T20:00");
  service_->say(refusal_notice("Nothing on this desktop opens the schedule."));
  EXPECT_THAT(on_screen(), ElementsAre("refusal"));
  desktop_.become(SimulatedDesktop::Server::gone);
  settle();
  desktop_.become(SimulatedDesktop::Server::there);
  settle();
  EXPECT_THAT(on_screen(), IsEmpty());
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

TEST_F(ReminderServiceTest, MakesOneSummaryOfAThousandStepsAtOneInstant) {
  constexpr int many = 1000;
  auto routine = plain_routine();
  routine.steps.clear();
  for (int number = 1; number <= many; ++number)
    routine.steps.push_back(step("step-" + std::to_string(number), BeforeBed{30min}));
  schedule_.reading.routine = shared(routine);
  start("2026-11-23T21:00");
  run_until("2026-11-23T22:00");
  EXPECT_THAT(on_screen(), ElementsAre("summary"));
  EXPECT_THAT(told_, ElementsAre("summary"));
  press("summary", "done");
  EXPECT_THAT(on_screen(), IsEmpty());
  EXPECT_EQ(std::ranges::count(told_, "done"), many);
}

TEST_F(ReminderServiceTest, DoesNothingBeforeItHasStarted) {
  ReminderService service{{clock_, timer_, desktop_, history_, zones_, schedule_, log_}};
  EXPECT_FALSE(service.system_zone_changed());
  service.machine_woke();
  service.reread_history();
  service.stop();
  EXPECT_THAT(history_.entries(), IsEmpty());
  EXPECT_FALSE(timer_.deadline());
}

TEST_F(ReminderServiceTest, WithdrawsItsPopupsWhenItEnds) {
  start("2026-11-23T20:30");
  service_->stop();
  EXPECT_THAT(on_screen(), IsEmpty());
  EXPECT_FALSE(timer_.deadline());
}

}  // namespace
}  // namespace calmcalf
