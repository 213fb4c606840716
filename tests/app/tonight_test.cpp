// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "app/tonight.hpp"

#include <gmock/gmock.h>

#include "app/a_service.hpp"
#include "app/service_control.hpp"

namespace calmcalf {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;
using Mood = Tonight::Mood;

class TonightTest : public AService {
 protected:
  [[nodiscard]] Tonight tonight() const { return tonight_of(service_->evening(), service_->problems(), clock_.now()); }

  [[nodiscard]] Tonight::Step step(std::string_view id) const {
    for (auto& step : tonight().steps)
      if (step.id.step.text == id) return step;
    throw std::out_of_range{"no such step"};
  }

  void ask(const Request& request) { ASSERT_EQ(service_->request(request, Source::command), std::nullopt); }
};

TEST_F(TonightTest, NamesItsStepsByTheirTitlesInOrderOfTime) {
  start("2026-11-23T18:00");
  const auto now = tonight();
  EXPECT_EQ(now.night, night("2026-11-23"));
  EXPECT_EQ(now.bedtime.at, at("2026-11-23T22:30"));
  ASSERT_EQ(now.steps.size(), 2U);
  EXPECT_EQ(now.steps[0].title, "Title of water");
  EXPECT_EQ(now.steps[1].title, "Title of calf-stretch");
  ASSERT_TRUE(now.next);
  EXPECT_EQ(now.next->title, "Title of water");
  EXPECT_EQ(now.next->at.at, at("2026-11-23T20:30"));
}

TEST_F(TonightTest, HasTheMoodOfWhatMattersMost) {
  start("2026-11-23T18:00");
  EXPECT_EQ(tonight().mood, Mood::waiting);
  run_until("2026-11-23T20:30");
  EXPECT_EQ(tonight().mood, Mood::due);
  ask(request::Pause{});
  EXPECT_EQ(tonight().mood, Mood::paused);
  ask(request::Resume{});
  ask(request::Done{{{{"water"}, {}, {}}, {{"calf-stretch"}, {}, {}}}});
  EXPECT_EQ(tonight().mood, Mood::resting);
  schedule_.reading = {nullptr, {{"routine.toml", 3, 1, "bedtime", "is missing", Mistake::Severity::error}}};
  service_->reload();
  EXPECT_EQ(tonight().mood, Mood::problem);
}

TEST_F(TonightTest, LetsWhatWasAnsweredEarlyKeepItsTimeWhenBedtimeMoves) {
  start("2026-11-23T18:00");
  ask(request::Done{{{{"water"}, {}, {}}}});
  ask(request::Later{30min});
  EXPECT_EQ(step("water").at.at, at("2026-11-23T20:30"));
  EXPECT_EQ(step("calf-stretch").at.at, at("2026-11-23T22:45"));
}

TEST_F(TonightTest, OffersOnlySnoozesThatWouldBeGranted) {
  start("2026-11-23T18:00");
  EXPECT_THAT(step("water").may_snooze, IsEmpty()) << "it is not due yet";
  run_until("2026-11-23T22:15");
  EXPECT_THAT(step("calf-stretch").may_snooze, ElementsAre(10min, 30min));
  run_until("2026-11-23T22:50");
  ask(request::Snooze{{{{"calf-stretch"}, {}, {}}}, 25min});
  run_until("2026-11-23T23:15");
  EXPECT_THAT(step("calf-stretch").may_snooze, ElementsAre(10min)) << "half an hour is past the evening's end";
  run_until("2026-11-23T23:25");
  EXPECT_THAT(step("calf-stretch").may_snooze, IsEmpty()) << "so are ten minutes";
}

TEST_F(TonightTest, SaysUntilWhenAStepIsSnoozed) {
  start("2026-11-23T18:00");
  run_until("2026-11-23T20:30");
  ask(request::Snooze{{{{"water"}, {}, {}}}, 10min});
  EXPECT_EQ(step("water").state, State::snoozed);
  ASSERT_TRUE(step("water").snoozed_until);
  EXPECT_EQ(step("water").snoozed_until->at, at("2026-11-23T20:40"));
  EXPECT_EQ(step("water").snoozes, 1);
}

TEST_F(TonightTest, SaysWhatAGuidedStepIsAt) {
  auto routine = plain_routine();
  routine.steps[1].guide = Guide{3, 10s, 10s, {Side::left, Side::right}};
  schedule_.reading.routine = shared(routine);
  start("2026-11-23T22:15");
  EXPECT_FALSE(tonight().guide);
  ask(request::StartGuide{{{"calf-stretch"}, {}, {}}});
  run_until("2026-11-23T22:15:14");
  const auto under_way = tonight().guide.value();
  EXPECT_EQ(under_way.id, (OccurrenceId{night("2026-11-23"), {"calf-stretch"}}));
  EXPECT_EQ(under_way.title, "Title of calf-stretch");
  EXPECT_EQ(under_way.doing, "Relax, then right leg");
  EXPECT_EQ(under_way.rounds, 3);
  EXPECT_EQ(under_way.left, 10s) << "while it runs, phase_ends says the rest";
  EXPECT_EQ(under_way.phase_ends->at, at("2026-11-23T22:15:20"));
  ask(request::PauseGuide{});
  EXPECT_EQ(tonight().guide->doing, "Paused");
  EXPECT_EQ(tonight().guide->left, 6s);
  EXPECT_FALSE(tonight().guide->phase_ends);
}

TEST_F(TonightTest, IsToldOfAfterEverythingThatHappens) {
  int told = 0;
  start("2026-11-23T18:00");
  service_->follow([&] { ++told; });
  run_until("2026-11-23T20:30");
  EXPECT_GT(told, 0);
}

TEST_F(TonightTest, TellsBedtimeOnceWhenItComes) {
  std::vector<Instant> told;
  start("2026-11-23T18:00");
  service_->observe_bedtime([&](Night /*night*/, Instant when) { told.push_back(when); });
  run_until("2026-11-23T22:29:59");
  EXPECT_THAT(told, IsEmpty());
  run_until("2026-11-23T23:10");
  EXPECT_THAT(told, ElementsAre(at("2026-11-23T22:30")));
  clock_.set(at("2026-11-23T22:00"));
  service_->machine_woke();
  run_until("2026-11-24T18:00");
  EXPECT_THAT(told, ElementsAre(at("2026-11-23T22:30"))) << "a clock that is set back brings no second bedtime";
}

TEST_F(TonightTest, TellsABedtimeThatWasMovedWhenItComes) {
  std::vector<Instant> told;
  start("2026-11-23T18:00");
  service_->observe_bedtime([&](Night /*night*/, Instant when) { told.push_back(when); });
  ask(request::Later{45min});
  run_until("2026-11-24T03:00");
  EXPECT_THAT(told, ElementsAre(at("2026-11-23T23:15")));
}

TEST_F(TonightTest, TellsNoBedtimeThatNobodyWantsToHearOf) {
  std::vector<Instant> told;
  const auto listen = [&] { service_->observe_bedtime([&](Night /*night*/, Instant when) { told.push_back(when); }); };
  start("2026-11-23T22:45");
  listen();
  run_until("2026-11-24T12:00");
  EXPECT_THAT(told, IsEmpty()) << "it was over when the service began";
  ask(request::Pause{at("2026-11-24T23:00")});
  run_until("2026-11-25T03:00");
  EXPECT_THAT(told, IsEmpty()) << "everything was paused";
}

TEST_F(TonightTest, IsTakenFromTheServiceByItsControl) {
  start("2026-11-23T18:00");
  int reloads = 0;
  ServiceControl control{*service_, [&] { ++reloads; }};
  EXPECT_EQ(control.tonight(), tonight());
  const auto refused = control.ask(request::Resume{}, Source::bus);
  ASSERT_TRUE(refused);
  EXPECT_EQ(refused->why, Refusal::Why::not_paused);
  EXPECT_EQ(refused->text, "Nothing is paused.");
  EXPECT_EQ(control.ask(request::Pause{}, Source::bus), std::nullopt);
  EXPECT_THAT(control.reload(), IsEmpty());
  EXPECT_EQ(reloads, 1);
  EXPECT_EQ(control.now(), at("2026-11-23T18:00"));
  EXPECT_EQ(&control.zone(), zones_.here.get());
  const Entry done{clock_.now(), 0s, Source::import,
                   entry::Ended{{{night("2026-11-23"), {"water"}, 1}, clock_.now()}, State::done}};
  history_.append({&done, 1});
  control.reread_history();
  EXPECT_EQ(step("water").state, State::done);
}

}  // namespace
}  // namespace calmcalf
