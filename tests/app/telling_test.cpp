// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "app/telling.hpp"

#include <gtest/gtest.h>

#include "fixed_zone.hpp"
#include "routine_samples.hpp"

namespace calmcalf {
namespace {

using namespace std::chrono_literals;

const OccurrenceId second_move{night("2026-11-23"), {"move"}, 2};

TEST(Telling, WritesAHappeningAsOneJsonObjectInALine) {
  Happening snoozed{.at = at("2026-11-23T20:31"), .kind = Happening::Kind::snoozed, .night = second_move.night};
  snoozed.occurrence = second_move;
  snoozed.until = at("2026-11-23T20:41");
  snoozed.source = Source::command;
  EXPECT_EQ(to_json_line(snoozed, FixedZone{1h}),
            R"({"at":"2026-11-23T21:31:00+01:00","event":"snoozed","step":"move","night":"2026-11-23","number":2,)"
            R"("until":"2026-11-23T21:41:00+01:00","source":"command"})");
}

TEST(Telling, NamesTheStepsOfASummary) {
  Happening summary{.at = at("2026-11-23T22:25"), .kind = Happening::Kind::summary, .night = night("2026-11-23")};
  summary.several = {{night("2026-11-23"), {"water"}, 1}, second_move};
  EXPECT_EQ(to_json_line(summary, FixedZone{}),
            R"({"at":"2026-11-23T22:25:00+00:00","event":"summary","night":"2026-11-23","steps":["water","move"]})");
  EXPECT_EQ(to_line(summary, FixedZone{}), "2026-11-23 22:25  summary water move 2");
}

TEST(Telling, StaysOneLineWhateverAMistakeSays) {
  Happening rejected{.at = at("2026-11-23T22:25"), .kind = Happening::Kind::schedule_rejected};
  rejected.text = "a \"quote\"\nand \xff a bad byte";
  EXPECT_EQ(to_json_line(rejected, FixedZone{}).find('\n'), std::string::npos);
}

}  // namespace
}  // namespace calmcalf
