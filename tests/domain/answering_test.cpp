// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "domain/answering.hpp"

#include <gmock/gmock.h>

#include "fixed_zone.hpp"
#include "routine_samples.hpp"

namespace calmcalf {
namespace {

using namespace std::chrono_literals;
using testing::SizeIs;
using Reason = Refusal::Why;

const Target glass_of_water{{"water"}, {}, {}};

/// The plain evening of the 23rd of November; calf-stretch has a guide. Water is due now.
class Answering : public testing::Test {
 protected:
  static Routine routine_with_a_guide() {
    auto routine = plain_routine();
    routine.steps[1].guide = Guide{3, 10s, 10s, {}};
    return routine;
  }

  [[nodiscard]] std::variant<Event, Refusal> answer(const Request& request) const {
    return consider(request, Source::command, evening_, now_);
  }
  [[nodiscard]] Refusal refusal(const Request& request) const { return std::get<Refusal>(answer(request)); }

  Instant now_ = at("2026-11-23T20:30");
  Evening evening_ = Evening::restore(shared(routine_with_a_guide()), utc(), {}, std::nullopt, now_);
};

TEST_F(Answering, TakesAStepThatIsNamedTwiceOnce) {
  const auto entries = [&](const Request& request) {
    return std::get<event::Recorded>(std::get<Event>(answer(request))).entries;
  };
  EXPECT_THAT(entries(request::Snooze{{glass_of_water, glass_of_water}, {}}), SizeIs(1));
  EXPECT_THAT(entries(request::Done{{glass_of_water, glass_of_water}}), SizeIs(1));
}

TEST_F(Answering, KnowsTheStepsOfTheScheduleAlone) {
  const Target tea{{"tea"}, {}, {}};
  for (const Request& request : {Request{request::Done{{tea}}}, Request{request::Snooze{{glass_of_water, tea}, {}}},
                                 Request{request::Undo{tea.step, {}}}, Request{request::StartGuide{tea}}}) {
    EXPECT_EQ(refusal(request).why, Reason::unknown_step);
    EXPECT_EQ(refusal(request).step, tea.step);
  }
}

TEST_F(Answering, SnoozesNothingWhereTheScheduleAllowsNoSnooze) {
  auto routine = routine_with_a_guide();
  routine.steps[0].rules.max_snoozes = 0;
  evening_ = Evening::restore(shared(routine), utc(), {}, std::nullopt, now_);
  const auto refused = refusal(request::Snooze{{glass_of_water}, {}});
  EXPECT_EQ(refused.why, Reason::no_snooze_left);
  EXPECT_EQ(refused.limit, 0);
}

TEST_F(Answering, GuidesNobodyThroughANightLongPast) {
  const auto past = night("2026-11-10");
  const auto refused = refusal(request::StartGuide{{{"calf-stretch"}, past, {}}});
  EXPECT_EQ(refused.why, Reason::not_in_that_night);
  EXPECT_EQ(refused.night, past);
  EXPECT_EQ(refused.step, StepId{"calf-stretch"});
}

TEST_F(Answering, RefusesWhatIsAboutAGuideWhereNoneRuns) {
  EXPECT_EQ(refusal(request::StopGuide{}).why, Reason::no_guide_running);
  EXPECT_EQ(refusal(request::PauseGuide{}).why, Reason::no_guide_running);
  EXPECT_EQ(refusal(request::ResumeGuide{}).why, Reason::no_guide_running);
  EXPECT_EQ(refusal(request::StartGuide{glass_of_water}).why, Reason::no_guide);
}

TEST_F(Answering, RefusesAPauseThatIsOverOrHardlyEverEnds) {
  const auto over = refusal(request::Pause{now_});
  EXPECT_EQ(over.why, Reason::pause_in_the_past);
  EXPECT_EQ(over.when, now_);
  const auto endless = refusal(request::Pause{now_ + std::chrono::days{366} + 1s});
  EXPECT_EQ(endless.why, Reason::pause_too_long);
  EXPECT_EQ(endless.when, now_ + std::chrono::days{366});
}

TEST_F(Answering, MovesNoBedtimeByNothingOrBack) {
  EXPECT_EQ(refusal(request::Later{0s}).why, Reason::out_of_range);
  EXPECT_EQ(refusal(request::Later{-10min}).why, Reason::out_of_range);
  const auto next_noon = refusal(request::Later{13h + 30min});
  EXPECT_EQ(next_noon.why, Reason::too_late);
  EXPECT_EQ(next_noon.when, at("2026-11-24T12:00"));
}

TEST_F(Answering, KnowsNothingYetOfNightsToCome) {
  const auto tomorrow = night("2026-11-24");
  EXPECT_EQ(refusal(request::LogCramp{{}, tomorrow}).why, Reason::night_to_come);
  EXPECT_EQ(refusal(request::LogNoCramp{tomorrow}).night, tomorrow);
}

TEST_F(Answering, RefusesNumbersThatNoCrampHas) {
  for (const auto minutes : {-1, Cramp::most_minutes + 1}) {
    Cramp cramp;
    cramp.minutes = minutes;
    EXPECT_EQ(refusal(request::LogCramp{cramp, {}}).why, Reason::out_of_range) << minutes;
  }
  for (const auto severity : {-1, Cramp::most_severe + 1}) {
    Cramp cramp;
    cramp.severity = severity;
    EXPECT_EQ(refusal(request::LogCramp{cramp, {}}).why, Reason::out_of_range) << severity;
  }
}

TEST_F(Answering, IsTooLateForASnoozeFromTheVerySecondThatAWindowCloses) {
  evening_.handle(event::TimePassed{}, now_);
  evening_.handle(event::PopupShown{popup_key({night("2026-11-23"), {"water"}})}, now_);
  now_ = at("2026-11-23T21:15");
  const auto refused = refusal(request::Snooze{{glass_of_water}, {}});
  EXPECT_EQ(refused.why, Reason::already_over);
  EXPECT_EQ(refused.state, State::missed);
  EXPECT_EQ(refused.when, now_);
}

}  // namespace
}  // namespace calmcalf
