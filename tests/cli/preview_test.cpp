// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/a_home.hpp"

namespace calmcalf {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

class Preview : public AHome {
 protected:
  static constexpr const char* schedule = R"([bedtime]
time = 22:30:00
[bedtime.weekdays]
saturday = 00:15:00
[[bedtime.exceptions]]
from = 2026-11-25
off = true
[[step]]
use = "calf-stretch"
before_bed = "15m"
[[step]]
id = "tea"
title = "Tea \"Good Night\""
text = "A cup."
at = 21:00:00
[[step]]
id = "walk"
title = "Walk"
text = "Around the house."
every = "1h"
from = 09:00:00
until = 10:30:00
)";

  [[nodiscard]] FinishedProgram preview(std::vector<std::string> more) const {
    write("a.toml", schedule);
    std::vector<std::string> arguments{"preview", "--schedule", "a.toml"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return calmcalf(std::move(arguments));
  }

  [[nodiscard]] Json preview_json(std::vector<std::string> more) const {
    more.emplace_back("--json");
    return Json::parse(preview(std::move(more)).out);
  }
};

TEST_F(Preview, ShowsEachNightWithItsBedtimeAndItsStepsInOrder) {
  const auto shown = preview({"--from", "2026-11-23", "--nights", "1"});
  EXPECT_EQ(shown.status, 0);
  EXPECT_EQ(shown.out,
            "Monday, 23 November 2026  bed at 22:30\n"
            "  09:00      Walk\n"
            "  10:00      Walk\n"
            "  21:00      Tea \"Good Night\"\n"
            "  22:15      Stretch your calves\n");
  EXPECT_THAT(shown.err, IsEmpty());
}

TEST_F(Preview, NamesTheDayOfWhatComesAfterMidnight) {
  const auto shown = preview({"--from", "2026-11-28", "--nights", "1"});
  EXPECT_THAT(shown.out, StartsWith("Saturday, 28 November 2026  bed at 00:15 Sun\n"));
  EXPECT_THAT(shown.out, HasSubstr("\n  00:00 Sun  Stretch your calves\n"));
}

TEST_F(Preview, SaysThatNothingIsDueOnARestDay) {
  EXPECT_EQ(preview({"--from", "2026-11-25", "--nights", "1"}).out, "Wednesday, 25 November 2026  rest day\n");
  EXPECT_EQ(preview({"--from", "2026-11-25", "--nights", "1", "--json"}).out, "[]\n");
}

TEST_F(Preview, GivesProgramsEveryOccurrenceAsAnObject) {
  const auto json = preview_json({"--from", "2026-11-23", "--nights", "1"});
  ASSERT_EQ(json.size(), 4);
  EXPECT_EQ(json[1].dump(), Json({{"night", "2026-11-23"},
                                  {"step", "walk"},
                                  {"number", 2},
                                  {"at", "2026-11-23T10:00:00+01:00"},
                                  {"expires", "2026-11-23T10:45:00+01:00"},
                                  {"title", "Walk"}})
                                .dump());
  EXPECT_EQ(json[2].at("title"), "Tea \"Good Night\"");
}

TEST_F(Preview, OrdersByTimeAlsoAcrossNights) {
  const auto json = preview_json({"--from", "2026-11-23", "--nights", "14"});
  ASSERT_GT(json.size(), 40);
  for (std::size_t i = 1; i < json.size(); ++i) EXPECT_LE(json[i - 1].at("at"), json[i].at("at"));
}

TEST_F(Preview, IsOfSevenNightsUnlessToldOtherwise) {
  EXPECT_EQ(preview_json({"--from", "2026-12-01"}).size(), 7 * 4);
}

TEST_F(Preview, BeginsWithTheEveningAtHand) {
  const auto json = preview_json({});
  const auto first = json.at(0).at("night").get<std::string>();
  const auto from_there = preview_json({"--from", first});
  EXPECT_EQ(json, from_there);
}

TEST_F(Preview, FollowsTheZoneOfTheMachineAndItsClockChanges) {
  const auto json = preview_json({"--from", "2026-10-24", "--nights", "2"});
  EXPECT_EQ(json.front().at("at"), "2026-10-24T09:00:00+02:00");
  EXPECT_EQ(json.back().at("at"), "2026-10-25T22:15:00+01:00");
}

TEST_F(Preview, PrefersTheZoneThatTheScheduleNames) {
  write("b.toml", "timezone = \"Asia/Tokyo\"\n" + std::string{schedule});
  const auto shown = calmcalf({"--schedule", "b.toml", "--json", "preview", "--from", "2026-11-23", "--nights", "1"});
  EXPECT_EQ(Json::parse(shown.out).at(0).at("at"), "2026-11-23T09:00:00+09:00");
}

TEST_F(Preview, ReachesAsFarAsACentury) {
  const auto shown = preview({"--from", "2026-01-01", "--nights", "36525", "--json"});
  EXPECT_EQ(shown.status, 0);
  EXPECT_THAT(shown.out.substr(shown.out.rfind('{')), StartsWith(R"({"night":"2126-01-01","step":"calf-stretch",)"));
}

TEST_F(Preview, EndsWithTheCalendarOfFourDigits) {
  EXPECT_EQ(preview_json({"--from", "9999-12-31", "--nights", "1"}).back().at("night"), "9999-12-31");
  EXPECT_EQ(preview_json({"--from", "0000-01-01", "--nights", "1"}).size(), 4);
}

TEST_F(Preview, SaysThatTheStarterScheduleIsNotYetTheUsersOwn) {
  EXPECT_THAT(calmcalf({"preview"}).out, HasSubstr("calmcalf init makes it your own"));
  EXPECT_THAT(calmcalf({"preview", "--json"}).out, Not(HasSubstr("calmcalf init")));
  ASSERT_EQ(calmcalf({"init"}).status, 0);
  EXPECT_THAT(calmcalf({"preview"}).out, Not(HasSubstr("calmcalf init")));
}

TEST_F(Preview, ListsTheMistakesOfAScheduleThatCannotBeUsed) {
  write("bad.toml", "[bedtime]\ntime = 25\n[[step]]\nuse = \"watr\"\n");
  const auto shown = calmcalf({"preview", "--schedule", "bad.toml"});
  EXPECT_EQ(shown.status, 1);
  EXPECT_THAT(shown.out, IsEmpty());
  EXPECT_THAT(shown.err, StartsWith("calmcalf: the schedule cannot be used:\nbad.toml:2:8: bedtime.time: "));
  EXPECT_THAT(shown.err, HasSubstr("\nbad.toml:4:7: step[1].use: "));
}

TEST_F(Preview, SaysThatTheScheduleIsMissing) {
  const auto shown = calmcalf({"preview", "--schedule", "gone.toml"});
  EXPECT_EQ(shown.status, 1);
  EXPECT_THAT(shown.err, HasSubstr("gone.toml:1:1: there is no such file"));
}

class PreviewOfNonsense : public Preview, public testing::WithParamInterface<std::vector<std::string>> {};

TEST_P(PreviewOfNonsense, IsAMatterOfUsage) {
  const auto shown = preview(GetParam());
  EXPECT_EQ(shown.status, 2);
  EXPECT_THAT(shown.out, IsEmpty());
  EXPECT_THAT(shown.err, HasSubstr(GetParam().front().substr(0, GetParam().front().find('='))));
  EXPECT_THAT(shown.err, testing::EndsWith("\nSee: calmcalf preview --help\n"));
  EXPECT_EQ(std::ranges::count(shown.err, '\n'), 2);
}

INSTANTIATE_TEST_SUITE_P(
    All, PreviewOfNonsense,
    testing::Values(std::vector<std::string>{"--from", "2026-02-29"}, std::vector<std::string>{"--from", "tomorrow"},
                    std::vector<std::string>{"--from", "23.11.2026"}, std::vector<std::string>{"--nights", "0"},
                    std::vector<std::string>{"--nights", "36526"}, std::vector<std::string>{"--nights", "-1"},
                    std::vector<std::string>{"--nights=1.5"}, std::vector<std::string>{"--nights", "seven"},
                    std::vector<std::string>{"--nights", "99999999999999999999"},
                    std::vector<std::string>{"--night", "3"}, std::vector<std::string>{"tonight"}));

}  // namespace
}  // namespace calmcalf
