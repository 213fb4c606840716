// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <chrono>
#include <sstream>

#include <gmock/gmock.h>

#include "cli/a_home.hpp"
#include "domain/iso8601.hpp"

namespace calmcalf {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using Lines = std::vector<std::string>;

constexpr const char* schedule = R"(
[bedtime]
time = 22:30:00
[[step]]
use = "water"
[[step]]
use = "calf-stretch"
title = "Stretch, gently"
)";

class Complete : public AHome {
 protected:
  void SetUp() override { write(own_schedule, schedule); }

  [[nodiscard]] Lines complete(std::vector<std::string> words) const {
    words.insert(words.begin(), {"complete", "--"});
    const auto finished = calmcalf(std::move(words));
    EXPECT_EQ(finished.status, 0);
    EXPECT_THAT(finished.err, IsEmpty());
    std::istringstream stream{finished.out};
    Lines lines;
    for (std::string line; std::getline(stream, line);) lines.push_back(line);
    return lines;
  }

  /// Without their descriptions.
  [[nodiscard]] Lines words(std::vector<std::string> typed) const {
    auto lines = complete(std::move(typed));
    for (auto& line : lines) line.erase(std::min(line.find('\t'), line.size()));
    return lines;
  }
};

TEST_F(Complete, KnowsTheCommandsThatHelpLists) {
  const auto help = calmcalf({"--help"}).out;
  std::istringstream rows{help.substr(help.find("\nCommands:\n"))};
  Lines listed;
  for (std::string row; std::getline(rows, row) && !(row.empty() && !listed.empty());)
    if (row.starts_with("  ")) listed.push_back(row.substr(2, row.find(' ', 2) - 2));
  ASSERT_THAT(listed, Contains("next"));
  for (const Lines& typed : {Lines{}, {""}, {"d"}, {"--json", "--history", "x.db", ""}})
    EXPECT_EQ(words(typed), listed);
  EXPECT_THAT(complete({}), Contains("next\tshow the next reminder"));
}

TEST_F(Complete, IsNotListedItself) {
  EXPECT_THAT(calmcalf({"--help"}).out, Not(HasSubstr("\n  complete ")));
  EXPECT_THAT(calmcalf({"complet"}).err, Not(HasSubstr("complete")));
  EXPECT_THAT(calmcalf({}).err, Not(HasSubstr("complete")));
}

TEST_F(Complete, KnowsTheOptionsOfTheCommand) {
  EXPECT_THAT(words({"-"}), ElementsAre("--schedule", "--history", "--json", "--help", "--version"));
  EXPECT_THAT(words({"preview", "-"}),
              ElementsAre("--from", "--nights", "--schedule", "--history", "--json", "--help", "--version"));
  EXPECT_THAT(complete({"done", "water", "--n"}), Contains("--night\tof that night (default: the evening at hand)"));
  EXPECT_THAT(words({"pause", ""}), Contains("--until")) << "where nothing else can come";
  EXPECT_THAT(words({"done", "--", "-"}), ElementsAre("water", "calf-stretch")) << "after -- there are none";
}

TEST_F(Complete, KnowsTheStepsOfTheSchedule) {
  EXPECT_THAT(complete({"done", ""}), ElementsAre("water\tA glass of water", "calf-stretch\tStretch, gently"));
  EXPECT_THAT(words({"--json", "skip", "wa"}), ElementsAre("water", "calf-stretch"));
  EXPECT_THAT(words({"done", "water", ""}), ElementsAre("calf-stretch")) << "not those that are named already";
  EXPECT_THAT(words({"start", ""}), ElementsAre("calf-stretch")) << "which has a guide";
  EXPECT_THAT(words({"snooze", "water", ""}), IsEmpty());
  EXPECT_THAT(words({"undo", "--night", "2026-11-23", ""}), ElementsAre("water", "calf-stretch"));
}

TEST_F(Complete, ReadsTheScheduleThatIsNamed) {
  write("other.toml", "[bedtime]\ntime = 22:30:00\n[[step]]\nuse = \"banana\"\n");
  EXPECT_THAT(words({"--schedule", "other.toml", "done", ""}), ElementsAre("banana"));
  EXPECT_THAT(words({"done", "--schedule=other.toml", ""}), ElementsAre("banana"));
  EXPECT_THAT(words({"--schedule", "gone.toml", "done", ""}), IsEmpty());
}

TEST_F(Complete, KnowsTheLastGoodStepsWhereTheScheduleHasAMistake) {
  write(own_schedule, "[bedtime]\n");
  EXPECT_THAT(words({"done", ""}), IsEmpty());
  write(".local/state/calmcalf/routine.toml", schedule);
  EXPECT_THAT(words({"done", ""}), ElementsAre("water", "calf-stretch"));
}

TEST_F(Complete, KnowsTheNightsOfTwoWeeksTheLatestFirst) {
  const auto today = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
  for (const Lines& typed : {Lines{"done", "--night", ""},
                             {"no-cramp", "--night", "2"},
                             {"history", "--from", ""},
                             {"history", "--until", ""}}) {
    const auto nights = words(typed);
    ASSERT_EQ(nights.size(), 14);
    const auto first = parse_night(nights.front());
    ASSERT_TRUE(first);
    EXPECT_LE(std::abs((first->evening.time_since_epoch() - today.time_since_epoch()).count()), 1);
    for (int i = 0; i < 14; ++i) EXPECT_EQ(nights.at(static_cast<std::size_t>(i)), to_iso(*first - i));
  }
  EXPECT_THAT(complete({"done", "--night", ""}).front(), HasSubstr("day, "));
}

TEST_F(Complete, KnowsTheNightsToComeForAPreview) {
  const auto nights = words({"preview", "--from", ""});
  ASSERT_EQ(nights.size(), 27);
  const auto first = parse_night(nights.front());
  ASSERT_TRUE(first);
  EXPECT_EQ(nights.at(1), to_iso(*first + 1));
  EXPECT_EQ(nights.at(13), to_iso(*first + 13));
  EXPECT_EQ(nights.at(14), to_iso(*first - 1));
}

TEST_F(Complete, KnowsTheWordsOfACramp) {
  EXPECT_THAT(words({"cramp", "--side", ""}), ElementsAre("left", "right", "both"));
  EXPECT_THAT(words({"cramp", "--side=r"}), ElementsAre("--side=left", "--side=right", "--side=both"));
  EXPECT_THAT(words({"cramp", "--muscle", ""}), Contains("calf"));
  EXPECT_THAT(words({"cramp", "--trigger", "alcohol", "--trigger", ""}), Contains("sitting"));
  EXPECT_THAT(words({"cramp", "--severity", ""}), IsEmpty());
  EXPECT_THAT(words({"cramp", "--woke="}), IsEmpty());
}

TEST_F(Complete, SaysWhereAFileIsWanted) {
  for (const Lines& typed : {Lines{"simulate", ""}, {"check", "rou"}, {"--schedule", ""}, {"status", "--history=/"}})
    EXPECT_THAT(words(typed), ElementsAre(":files"));
}

TEST_F(Complete, TakesWhateverWasTyped) {
  for (const Lines& typed : {Lines{"no-such-command", ""},
                             {"no-such-command", "status", ""},
                             {"done", "--no-such-option="},
                             {"done", "--no-such-option=", "--night", "="},
                             {"status", "--", ""}})
    EXPECT_THAT(complete(typed), Not(Contains(":files")));
  EXPECT_THAT(words({"done", "", ""}), ElementsAre("water", "calf-stretch"));
  EXPECT_THAT(words({"--", "done", ""}), ElementsAre("water", "calf-stretch"));
}

}  // namespace
}  // namespace calmcalf
