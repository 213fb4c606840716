// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/a_home.hpp"

namespace calmcalf {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

class Simulate : public AHome {
 protected:
  static constexpr const char* schedule =
      "[bedtime]\ntime = 22:30:00\n[[step]]\nuse = \"water\"\nbefore_bed = \"2h\"\n";

  /// `story` in a folder of its own, beside the schedule "plain.toml".
  [[nodiscard]] FinishedProgram simulate(const std::string& story, std::vector<std::string> more = {}) const {
    write("stories/plain.toml", schedule);
    std::vector<std::string> arguments{"simulate", write("stories/a.story", "zone Europe/Berlin\n" + story)};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return calmcalf(std::move(arguments));
  }
};

TEST_F(Simulate, PrintsWhatHappensALineEach) {
  const auto played = simulate("schedule plain.toml\n2026-11-23T20:00 start\n20:31 done water\n");
  EXPECT_EQ(played.status, 0);
  EXPECT_EQ(played.out,
            "2026-11-23 20:30  shown water\n"
            "2026-11-23 20:31  done water\n"
            "2026-11-23 20:31  withdrawn water\n");
  EXPECT_THAT(played.err, IsEmpty());
}

TEST_F(Simulate, GivesProgramsAnObjectALine) {
  const auto played = simulate("schedule plain.toml\n2026-11-23T20:00 start\n20:31 done water\n", {"--json"});
  EXPECT_EQ(played.status, 0);
  EXPECT_THAT(played.out, StartsWith(R"({"at":"2026-11-23T20:30:00+01:00","event":"shown","step":"water",)"
                                     R"("night":"2026-11-23","number":1})"
                                     "\n"));
  std::istringstream lines{played.out};
  std::string line;
  int count = 0;
  for (; std::getline(lines, line); ++count) EXPECT_TRUE(Json::accept(line)) << line;
  EXPECT_EQ(count, 3);
}

TEST_F(Simulate, FindsNothingWrongWhereEverythingExpectedComesTrue) {
  const auto played = simulate("schedule plain.toml\n2026-11-23T20:00 start\n20:30 expect shown water\n");
  EXPECT_EQ(played.status, 0);
  EXPECT_THAT(played.err, IsEmpty());
}

TEST_F(Simulate, NamesTheLineOfWhatDidNotComeTrue) {
  const auto played = simulate("schedule plain.toml\n2026-11-23T20:00 start\n20:29 expect shown water\n");
  EXPECT_EQ(played.status, 1);
  EXPECT_THAT(played.err, StartsWith("stories/a.story:4: water is not on the screen"));
}

TEST_F(Simulate, SaysWhatWasRefusedAndWhyAndGoesOn) {
  const auto played = simulate("schedule plain.toml\n2026-11-23T20:00 start\ndone wine\n20:30 expect shown water\n");
  EXPECT_EQ(played.status, 0);
  EXPECT_THAT(played.out, StartsWith("2026-11-23 20:00  refused done wine: "));
  EXPECT_THAT(played.out, HasSubstr("shown water"));
  EXPECT_THAT(played.err, IsEmpty());
}

TEST_F(Simulate, KeepsRefusalsOutOfTheObjects) {
  const auto played = simulate("schedule plain.toml\n2026-11-23T20:00 start\ndone wine\n", {"--json"});
  EXPECT_EQ(played.status, 0);
  EXPECT_THAT(played.out, IsEmpty());
  EXPECT_THAT(played.err, StartsWith("2026-11-23 20:00  refused done wine: "));
}

TEST_F(Simulate, ListsEveryMistakeInAStory) {
  const auto played = simulate("2026-11-23T20:00 begin\n20:3o done water\nsnooze water 10 minutes\n");
  EXPECT_EQ(played.status, 2);
  EXPECT_THAT(played.out, IsEmpty());
  EXPECT_THAT(played.err, StartsWith("calmcalf: the story cannot be read:\nstories/a.story:2:"));
  EXPECT_THAT(played.err, HasSubstr("\nstories/a.story:3:"));
  EXPECT_THAT(played.err, HasSubstr("\nstories/a.story:4:"));
}

TEST_F(Simulate, SaysWhereAStoryMakesNoSense) {
  const auto played = simulate("schedule plain.toml\n2026-11-23T20:00 start\n2026-11-23T19:00 done water\n");
  EXPECT_EQ(played.status, 2);
  EXPECT_THAT(played.err, StartsWith("calmcalf: stories/a.story:4: this time is past"));
}

TEST_F(Simulate, ReadsStandardInput) {
  write("plain.toml", schedule);
  auto run = run_of({"simulate", "-"});
  run.in =
      "zone Europe/Berlin\nschedule plain.toml\n2026-11-23T20:00 start\n+30m expect shown water\n+1s expect shown "
      "tea\n";
  const auto played = finish(run);
  EXPECT_EQ(played.status, 1);
  EXPECT_EQ(played.out, "2026-11-23 20:30  shown water\n");
  EXPECT_THAT(played.err, StartsWith("standard input:5: tea is not on the screen"));
}

TEST_F(Simulate, TakesTheUsersScheduleWhereTheStoryNamesNone) {
  write(own_schedule, schedule);
  const auto played = simulate("2026-11-23T20:00 start\n20:30 expect shown water\n");
  EXPECT_EQ(played.status, 0) << played.err;
  EXPECT_EQ(played.out, "2026-11-23 20:30  shown water\n");
}

TEST_F(Simulate, TakesTheScheduleThatIsNamedWhereTheStoryNamesNone) {
  const auto played =
      simulate("2026-11-23T20:00 start\n20:30 expect shown water\n", {"--schedule", "stories/plain.toml"});
  EXPECT_EQ(played.status, 0) << played.err;
  EXPECT_EQ(played.out, "2026-11-23 20:30  shown water\n");
}

TEST_F(Simulate, TellsOfAScheduleThatIsMissing) {
  const auto played = simulate("schedule gone.toml\n2026-11-23T20:00 start\n");
  EXPECT_EQ(played.status, 0);
  EXPECT_THAT(played.out, HasSubstr("schedule_rejected: stories/gone.toml:1:1: there is no such file"));
}

TEST_F(Simulate, NeedsAStory) {
  const auto played = calmcalf({"simulate"});
  EXPECT_EQ(played.status, 2);
  EXPECT_EQ(played.err, "calmcalf: simulate needs a STORY\nSee: calmcalf simulate --help\n");
}

TEST_F(Simulate, NeedsAStoryThatIsThere) {
  const auto played = calmcalf({"simulate", "gone.story"});
  EXPECT_EQ(played.status, 2);
  EXPECT_EQ(played.err, "calmcalf: gone.story: there is no such file\n");
}

TEST_F(Simulate, RefusesAStoryOfAHundredMegabytes) {
  write("huge.story", "");
  std::filesystem::resize_file(home_ / "huge.story", 100'000'000);
  const auto played = calmcalf({"simulate", "huge.story"});
  EXPECT_EQ(played.status, 2);
  EXPECT_EQ(played.err, "calmcalf: huge.story: it is larger than 4 MiB\n");
}

}  // namespace
}  // namespace calmcalf
