// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>

#include "story/story.hpp"
#include "story/words.hpp"

namespace calmcalf::story {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Optional;
using testing::SizeIs;

const Request& request_of(const Story& story) {
  return std::get<Ask>(story.statements.at(0).action).request;
}

TEST(StoryWords, AreSplitAtBlanksAndEndAtAComment) {
  EXPECT_THAT(split_words("  20:30\texpect shown water   # at last"),
              Optional(ElementsAre("20:30", "expect", "shown", "water")));
  EXPECT_THAT(split_words("a#b \"two words\" \"\""), Optional(ElementsAre("a#b", "two words", "")));
  EXPECT_EQ(split_words("cramp --note \"left open"), std::nullopt);
}

TEST(StoryText, LeavesOutBlankLinesAndComments) {
  const auto story = read("\n# a comment\n   \nstart\n", "a.story");
  EXPECT_THAT(story.mistakes, IsEmpty());
  ASSERT_THAT(story.statements, SizeIs(1));
  EXPECT_EQ(story.statements[0].line, 4);
}

TEST(StoryText, KnowsEveryFormOfTime) {
  const auto story = read("2026-03-28T18:00 start\n20:30 lock\n20:30:15 unlock\n+1h30m crash\nstart", "a.story");
  ASSERT_THAT(story.mistakes, IsEmpty());
  EXPECT_TRUE(std::holds_alternative<LocalTime>(story.statements[0].time));
  EXPECT_EQ(std::get<TimeOfDay>(story.statements[1].time).since_midnight, 20h + 30min);
  EXPECT_EQ(std::get<TimeOfDay>(story.statements[2].time).since_midnight, 20h + 30min + 15s);
  EXPECT_EQ(std::get<Duration>(story.statements[3].time), 90min);
  EXPECT_TRUE(std::holds_alternative<std::monostate>(story.statements[4].time));
}

TEST(StoryText, ReadsAnswersWithTheNightTheyAreFor) {
  const auto story = read("done water banana --night 2026-11-20", "a.story");
  const auto& done = std::get<request::Done>(request_of(story));
  ASSERT_THAT(done.targets, SizeIs(2));
  EXPECT_EQ(done.targets[1].step.text, "banana");
  EXPECT_TRUE(done.targets[1].night.has_value());
}

TEST(StoryText, ReadsASnoozeWithADurationOfSeveralWords) {
  const auto story = read("snooze water 1h 30m", "a.story");
  EXPECT_EQ(std::get<request::Snooze>(request_of(story)).length, 90min);
}

TEST(StoryText, ReadsEverythingThatCanBeSaidOfACramp) {
  const auto story = read(
      "cramp --at 03:10 --side left --muscle calf --severity 7 --minutes 4 --woke --trigger sitting --trigger alcohol "
      "--note \"both toes\"",
      "a.story");
  ASSERT_THAT(story.mistakes, IsEmpty());
  const auto& cramp = std::get<request::LogCramp>(request_of(story)).cramp;
  EXPECT_EQ(cramp.side, CrampSide::left);
  EXPECT_EQ(cramp.muscle, Muscle::calf);
  EXPECT_EQ(cramp.severity, 7);
  EXPECT_EQ(cramp.minutes, 4);
  EXPECT_TRUE(cramp.woke);
  EXPECT_THAT(cramp.triggers, ElementsAre(Trigger::sitting, Trigger::alcohol));
  EXPECT_EQ(cramp.note, "both toes");
}

TEST(StoryText, ReadsEveryStatement) {
  const auto story = read(
      "zone Europe/Berlin\nschedule a.toml\nstart\nstop\ncrash\nsuspend\nwake\nclock +1h\nclock -5m\n"
      "clock 2026-11-23T22:30\nlock\nunlock\nserver gone\nserver back\nserver hung\nedit b.toml\ndone a\nskip a\n"
      "snooze a\nsnooze a 10m\nundo\nundo a\nstart-guide a\ndismiss a\npause\npause 23:00\nresume\nlater 45m\ncramp\n"
      "no-cramp\nexpect shown a b\nexpect not-shown a\nexpect state a unseen\nexpect refused snooze a\nend\n",
      "a.story");
  EXPECT_THAT(story.mistakes, IsEmpty());
  EXPECT_THAT(story.statements, SizeIs(35));
}

TEST(StoryText, NamesEveryMistakeWithItsLine) {
  const auto story = read(
      "strat\n25:00 start\nexpect state water eaten\nserver asleep\nexpect refused lock\n20:30\n"
      "later soon\ncramp --severity high\n+1x start\nzone\nstart now",
      "a.story");
  ASSERT_THAT(story.mistakes, SizeIs(11));
  for (std::size_t i = 0; i < story.mistakes.size(); ++i) {
    EXPECT_EQ(story.mistakes[i].line, static_cast<int>(i) + 1);
    EXPECT_EQ(story.mistakes[i].file, "a.story");
  }
  EXPECT_THAT(story.mistakes[0].message, HasSubstr("\"strat\" is no statement; known are"));
  EXPECT_THAT(story.mistakes[2].message, HasSubstr("waiting, due, snoozed"));
}

}  // namespace
}  // namespace calmcalf::story
