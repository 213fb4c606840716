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

/// What the service writes down and reads back, and what it does where the disk takes nothing.
using ServiceHistoryTest = AService;

TEST_F(ServiceHistoryTest, StaysPausedWhenAnAnswerRecallsANightThatWasResumedLongAgo) {
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

TEST_F(ServiceHistoryTest, RefusesAnAnswerThatTheDiskDoesNotTakeAndBringsThePopupBack) {
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

TEST_F(ServiceHistoryTest, KeepsWhatItKnowsUntilTheDiskTakesIt) {
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

TEST_F(ServiceHistoryTest, SavesWhatItKnowsAsSoonAsAnythingHappens) {
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

TEST_F(ServiceHistoryTest, SavesAtItsEndWhatTheDiskDidNotTakeBefore) {
  start("2026-11-23T20:00");
  history_.fail_with(full_disk());
  run_until("2026-11-23T20:30");
  ASSERT_FALSE(std::holds_alternative<entry::Shown>(history_.entries().back().body));
  history_.fail_with(std::nullopt);
  service_->stop();
  EXPECT_TRUE(std::holds_alternative<entry::Shown>(history_.entries().back().body));
}

TEST_F(ServiceHistoryTest, SaysAtItsEndWhatTheDiskNeverTook) {
  start("2026-11-23T20:00");
  history_.fail_with(full_disk());
  run_until("2026-11-23T20:30");
  service_->stop();
  EXPECT_THAT(log_.complaints.back(), AllOf(HasSubstr("the disk is full"), HasSubstr("is lost")));
}

TEST_F(ServiceHistoryTest, RemembersAnswersThoughTheClockIsSetFarBack) {
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

TEST_F(ServiceHistoryTest, RemindsThoughTheHistoryOfEarlierNightsCannotBeRead) {
  start("2027-11-23T20:00");
  history_.fail_to_load_with(full_disk());
  clock_.set(at("2026-11-23T20:00"));
  timer_.change_clock();
  settle();
  EXPECT_THAT(log_.complaints, ElementsAre(HasSubstr("What was answered in earlier nights is not known.")));
  run_until("2026-11-23T20:30");
  EXPECT_THAT(on_screen(), ElementsAre(water_popup));
}

TEST_F(ServiceHistoryTest, AnswersForANightLongPast) {
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

TEST_F(ServiceHistoryTest, TakesUpWhatAnotherProgramHasWrittenIntoTheHistory) {
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

TEST_F(ServiceHistoryTest, KeepsItsPlaceWhenTheHistoryIsRead) {
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
