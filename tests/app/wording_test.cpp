// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "app/wording.hpp"

#include <gmock/gmock.h>

#include "app/a_service.hpp"

namespace calmcalf {
namespace {

using namespace std::chrono_literals;
using testing::AllOf;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;

class Wording : public AService {
 protected:
  std::string why_not(const Request& request) {
    const auto refusal = service_->request(request, Source::command);
    return refusal ? put_in_words(*refusal, service_->evening()) : "it was granted";
  }
};

TEST_F(Wording, SaysWhyAnAnswerIsRefused) {
  start("2026-11-23T20:30");
  EXPECT_EQ(why_not(request::Done{{{{"tea"}, {}, {}}}}),
            "The schedule has no step \"tea\". It has: water, calf-stretch.");
  EXPECT_EQ(why_not(request::Snooze{{{{"calf-stretch"}, {}, {}}}, {}}),
            "Title of calf-stretch is not due before 22:15, so there is nothing to snooze.");
  EXPECT_EQ(why_not(request::Later{14h}), "Bedtime would be at 12:00 or later, and that is no longer tonight.");
  EXPECT_EQ(why_not(request::StopGuide{}), "No guided step is running.");
  EXPECT_EQ(why_not(request::Pause{at("2026-11-23T20:00")}), "20:00 is past, so there is nothing to pause until then.");
  EXPECT_EQ(why_not(request::Pause{at("2028-11-23T20:00")}), "A pause lasts a year at the most.");
}

TEST_F(Wording, SaysWhyTheDiaryDoesNotTakeIt) {
  start("2026-11-24T07:00");
  const auto tonight = night("2026-11-23");
  EXPECT_EQ(why_not(request::LogNoCramp{night("2026-11-24")}), "The night of 2026-11-24 is still to come.");
  EXPECT_EQ(why_not(request::RemoveCramp{{tonight, {}}}), "The diary has no cramp in the night of 2026-11-23.");
  ASSERT_EQ(why_not(request::LogCramp{{}, tonight}), "it was granted");
  EXPECT_EQ(why_not(request::RemoveCramp{{tonight, 2}}),
            "The diary has no cramp of that number in the night of 2026-11-23. It has 1.");
  CrampChange change;
  change.at = at("2026-11-23T03:00");
  EXPECT_EQ(why_not(request::AmendCramp{{tonight, {}}, change}),
            "That is in the night of 2026-11-22. Take this cramp out, and write one into that night.");
}

TEST_F(Wording, SaysSecondsOfASnoozeThatHasSome) {
  auto routine = plain_routine();
  routine.steps[0].rules.snooze = {90s};
  schedule_.reading.routine = shared(routine);
  start("2026-11-23T20:30");
  EXPECT_THAT(buttons("step/water/2026-11-23/1"), Contains("Snooze 90 s"));
}

TEST_F(Wording, RingsForNoStepThatIsToBeSilent) {
  auto routine = plain_routine();
  for (auto& step : routine.steps) {
    step.rules.sound = false;
    step.when = AtTime{clock("20:30")};
    step.guide = Guide{1, 60s, 0s, {}};
  }
  schedule_.reading.routine = shared(routine);
  start("2026-11-23T20:30");
  EXPECT_FALSE(desktop_.screen().at("step/water/2026-11-23/1").sound);
  press("step/water/2026-11-23/1", "start");
  EXPECT_FALSE(desktop_.screen().at("guide").sound);
  kill();
  start("2026-11-23T20:35");
  EXPECT_FALSE(desktop_.screen().at("summary").sound);
}

TEST_F(Wording, NamesEightStepsOfASummaryAndCountsTheOthersThenSaysWhatToMind) {
  auto routine = plain_routine();
  routine.cautions = {Caution::fluid_limit};
  routine.steps.clear();
  for (const auto* id : {"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"}) {
    routine.steps.push_back(step(id, AtTime{clock("20:30")}));
    routine.steps.back().use = {"water"};
  }
  schedule_.reading.routine = shared(routine);
  start("2026-11-23T20:30");
  const auto& summary = desktop_.screen().at("summary");
  EXPECT_EQ(summary.title, "10 steps are waiting");
  EXPECT_THAT(summary.body,
              AllOf(Not(HasSubstr("Title of nine")),
                    HasSubstr("Title of eight\nand 2 more\nBed at 22:30.\nTitle of one: You limit what you drink")));
  EXPECT_THAT(summary.without_buttons, HasSubstr("nine ten"));
}

}  // namespace
}  // namespace calmcalf
