// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "app/hooks.hpp"

#include <vector>

#include <gmock/gmock.h>

#include "fixed_zone.hpp"
#include "routine_samples.hpp"

namespace calmcalf {
namespace {

using namespace std::chrono_literals;
using Kind = Happening::Kind;
using testing::ElementsAre;
using testing::IsEmpty;

const OccurrenceId glass{night("2026-11-23"), {"water"}, 1};
const OccurrenceId calf_stretch{night("2026-11-23"), {"calf-stretch"}, 1};

Happening happening(Kind kind, const OccurrenceId& id) {
  return {.at = at("2026-11-23T20:30"), .kind = kind, .night = id.night, .occurrence = id};
}

struct RecordingRunner : CommandRunner {
  void run(Command command) override { runs.push_back(std::move(command)); }

  [[nodiscard]] std::vector<std::string> names() const {
    std::vector<std::string> all;
    for (const auto& command : runs) all.push_back(command.name);
    return all;
  }
  [[nodiscard]] std::vector<std::string> inputs() const {
    std::vector<std::string> all;
    for (const auto& command : runs) all.push_back(command.input);
    return all;
  }

  std::vector<Command> runs;
};

/// Hooks on everything, one hour east of UTC.
class HooksTest : public testing::Test {
 protected:
  static Routine routine_with(const calmcalf::Hooks& hooks) {
    auto routine = plain_routine();
    routine.hooks = hooks;
    return routine;
  }
  static Schedule schedule_of(Routine routine) { return {shared(std::move(routine)), std::make_shared<FixedZone>(1h)}; }

  Schedule schedule_ = schedule_of(routine_with({{"due", {"push", "--topic", "legs"}},
                                                 {"done", {"praise"}},
                                                 {"missed", {"scold"}},
                                                 {"cramp", {"light"}},
                                                 {"bedtime", {"dim"}}}));
  RecordingRunner runner_;
  EventHooks hooks_{[this]() -> const Schedule& { return schedule_; }, runner_};
};

TEST_F(HooksTest, GivesWhatIsDueWithItsTitleAndText) {
  hooks_.take(happening(Kind::shown, glass));
  ASSERT_EQ(runner_.runs.size(), 1U);
  EXPECT_EQ(runner_.runs[0].name, "hook due");
  EXPECT_THAT(runner_.runs[0].words, ElementsAre("push", "--topic", "legs"));
  EXPECT_EQ(runner_.runs[0].input,
            R"({"at":"2026-11-23T21:30:00+01:00","event":"shown","step":"water","night":"2026-11-23","number":1,)"
            R"("title":"Title of water","text":"Text of water."})"
            "\n");
}

TEST_F(HooksTest, RunsDueForEachStepOfASummary) {
  Happening summary{.at = at("2026-11-23T22:40"), .kind = Kind::summary, .night = glass.night};
  summary.several = {glass, calf_stretch};
  hooks_.take(summary);
  EXPECT_THAT(runner_.names(), ElementsAre("hook due", "hook due"));
  EXPECT_THAT(runner_.inputs(),
              ElementsAre(R"({"at":"2026-11-23T23:40:00+01:00","event":"shown","step":"water","night":"2026-11-23",)"
                          R"("number":1,"title":"Title of water","text":"Text of water."})"
                          "\n",
                          R"({"at":"2026-11-23T23:40:00+01:00","event":"shown","step":"calf-stretch",)"
                          R"("night":"2026-11-23","number":1,"title":"Title of calf-stretch",)"
                          R"("text":"Text of calf-stretch."})"
                          "\n"));
}

TEST_F(HooksTest, TellsOfAnEndWithoutTheText) {
  auto done = happening(Kind::done, glass);
  done.source = Source::tray;
  hooks_.take(done);
  hooks_.take(happening(Kind::missed, calf_stretch));
  EXPECT_THAT(runner_.names(), ElementsAre("hook done", "hook missed"));
  EXPECT_EQ(runner_.runs[0].input,
            R"({"at":"2026-11-23T21:30:00+01:00","event":"done","step":"water","night":"2026-11-23","number":1,)"
            R"("source":"tray","title":"Title of water"})"
            "\n");
}

TEST_F(HooksTest, TellsOfAStepThatTheScheduleNoLongerHas) {
  hooks_.take(happening(Kind::done, {night("2026-11-22"), {"magnesium"}, 1}));
  EXPECT_THAT(runner_.inputs(), ElementsAre(R"({"at":"2026-11-23T21:30:00+01:00","event":"done","step":"magnesium",)"
                                            R"("night":"2026-11-22","number":1})"
                                            "\n"));
}

TEST_F(HooksTest, TellsOfACrampAndOfBedtime) {
  hooks_.take({.at = at("2026-11-24T02:10"), .kind = Kind::cramp, .night = glass.night, .source = Source::command});
  hooks_.bedtime(glass.night, at("2026-11-23T21:30"));
  EXPECT_THAT(runner_.names(), ElementsAre("hook cramp", "hook bedtime"));
  EXPECT_THAT(
      runner_.inputs(),
      ElementsAre(R"({"at":"2026-11-24T03:10:00+01:00","event":"cramp","night":"2026-11-23","source":"command"})"
                  "\n",
                  R"({"at":"2026-11-23T22:30:00+01:00","event":"bedtime","night":"2026-11-23"})"
                  "\n"));
}

TEST_F(HooksTest, RunsNothingOnWhatHasNoHook) {
  for (const auto kind : {Kind::repeated, Kind::withdrawn, Kind::skipped, Kind::snoozed, Kind::unseen, Kind::undone,
                          Kind::paused, Kind::guide, Kind::no_cramp, Kind::schedule_changed})
    hooks_.take(happening(kind, glass));
  EXPECT_THAT(runner_.names(), IsEmpty());
}

TEST_F(HooksTest, FollowsTheScheduleInForce) {
  schedule_ = schedule_of(routine_with({{"done", {"cheer"}}}));
  hooks_.take(happening(Kind::shown, glass));
  hooks_.take(happening(Kind::done, glass));
  hooks_.bedtime(glass.night, at("2026-11-23T21:30"));
  ASSERT_THAT(runner_.names(), ElementsAre("hook done"));
  EXPECT_THAT(runner_.runs[0].words, ElementsAre("cheer"));
}

}  // namespace
}  // namespace calmcalf
