// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
//
// What a schedule means once it is read. What is refused, and in which words, is in tests/schedules.

#include "adapters/toml/routine_text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "adapters/toml/reader.hpp"
#include "domain/catalogue.hpp"

namespace calmcalf {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Pair;

const std::string bedtime = "[bedtime]\ntime = 22:30:00\n";

Night night(int year, unsigned month, unsigned day) {
  return {std::chrono::local_days{std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day}}};
}

/// The routine in `text`, which must have no mistakes.
std::shared_ptr<const Routine> routine_in(std::string_view text) {
  Reading reading = read_text(text);
  EXPECT_THAT(lines_of(reading.mistakes), IsEmpty());
  return reading.routine ? reading.routine : std::make_shared<const Routine>();
}

/// The first step of a schedule that ends with `text`.
Step step_in(const std::string& text) {
  const auto routine = routine_in(bedtime + text);
  return routine->steps.empty() ? Step{} : routine->steps.front();
}

std::shared_ptr<const Routine> everything() {
  return routine_in(content_of(std::string{CALMCALF_SCHEDULES} + "/valid/everything.toml"));
}

TEST(RoutineText, HasBedtimesByWeekdayCountedFromSunday) {
  const Bedtime read = everything()->bedtime;
  EXPECT_EQ(read.usual.since_midnight, hours{22} + minutes{30});
  EXPECT_THAT(read.weekdays, ElementsAre(std::nullopt, std::nullopt, std::nullopt, std::nullopt, std::nullopt,
                                         TimeOfDay{hours{23} + minutes{30}}, TimeOfDay{minutes{15}}));
}

TEST(RoutineText, HasExceptionsInTheirOrder) {
  const auto exceptions = everything()->bedtime.exceptions;
  ASSERT_EQ(exceptions.size(), 2U);
  EXPECT_EQ(exceptions[0].from, night(2026, 12, 24));
  EXPECT_EQ(exceptions[0].until, night(2026, 12, 26));
  EXPECT_EQ(exceptions[0].time, TimeOfDay{minutes{30}});
  EXPECT_EQ(exceptions[1].from, night(2027, 1, 3));
  EXPECT_EQ(exceptions[1].until, night(2027, 1, 3));
  EXPECT_EQ(exceptions[1].time, std::nullopt);
}

TEST(RoutineText, HasTimezoneCautionsDiaryAndHooks) {
  const auto routine = everything();
  EXPECT_EQ(routine->timezone, "Europe/Berlin");
  EXPECT_THAT(routine->cautions, ElementsAre(Caution::potassium));
  EXPECT_EQ(routine->diary.morning_check, TimeOfDay{hours{8} + minutes{30}});
  EXPECT_EQ(routine->diary.see_doctor_at, 3);
  EXPECT_THAT(routine->hooks, ElementsAre(Pair("due", ElementsAre("notify-phone", "--topic", "legs"))));
}

TEST(RoutineText, LeavesAsTheyAreWhatIsNotWritten) {
  const auto routine = routine_in(bedtime + "[[step]]\nuse = \"water\"\n");
  EXPECT_EQ(routine->timezone, std::nullopt);
  EXPECT_THAT(routine->cautions, IsEmpty());
  EXPECT_THAT(routine->hooks, IsEmpty());
  EXPECT_THAT(routine->bedtime.exceptions, IsEmpty());
  EXPECT_EQ(routine->diary.morning_check, std::nullopt);
  EXPECT_EQ(routine->diary.see_doctor_at, 3);
  EXPECT_EQ(routine->steps.at(0).rules, ReminderRules{});
  EXPECT_TRUE(routine->steps.at(0).weekdays.all());
  EXPECT_TRUE(routine->steps.at(0).monthdays.all());
}

TEST(RoutineText, TakesEverythingOfAStepFromTheCatalogue) {
  for (const CatalogueStep& known : catalogue()) {
    const Step step = step_in("[[step]]\nuse = \"" + std::string{known.id} + "\"\n");
    EXPECT_EQ(step.id.text, known.id);
    EXPECT_EQ(step.use.text, known.id);
    EXPECT_EQ(step.title, known.title);
    EXPECT_EQ(step.text, known.text);
    EXPECT_EQ(step.when, known.when);
    EXPECT_EQ(step.guide, known.guide);
    EXPECT_EQ(step.monthdays, known.monthdays);
  }
}

TEST(RoutineText, LetsAStepSayOtherwiseThanTheCatalogue) {
  const Step step = step_in(
      "[[step]]\nuse = \"footwear\"\nid = \"shoes\"\ntitle = \"Shoes\"\ntext = \"Look.\"\nbefore_bed = \"0m\"\n"
      "monthdays = [15, 31]\nweekdays = [\"sunday\"]\n");
  EXPECT_EQ(step.id.text, "shoes");
  EXPECT_EQ(step.use.text, "footwear");
  EXPECT_EQ(step.title, "Shoes");
  EXPECT_EQ(step.text, "Look.");
  EXPECT_EQ(step.when, When{BeforeBed{}});
  EXPECT_EQ(step.monthdays, std::bitset<32>{}.set(15).set(31));
  EXPECT_EQ(step.weekdays, std::bitset<7>{}.set(0));
}

TEST(RoutineText, LeavesTheCataloguesDayOfTheMonthWhereWeekdaysAreNamed) {
  const std::string footwear = "[[step]]\nuse = \"footwear\"\nat = 10:00:00\n";
  EXPECT_EQ(step_in(footwear).monthdays, std::bitset<32>{}.set(1));
  EXPECT_TRUE(step_in(footwear + "weekdays = [\"saturday\"]\n").monthdays.test(15));
}

TEST(RoutineText, ReadsEachOfTheThreeTimes) {
  const std::string own = "[[step]]\nid = \"own\"\ntitle = \"Own\"\ntext = \"Own.\"\n";
  EXPECT_EQ(step_in(own + "before_bed = \"1h 30m\"\n").when, When{BeforeBed{minutes{90}}});
  EXPECT_EQ(step_in(own + "at = 21:00:30\n").when, When{AtTime{{hours{21} + seconds{30}}}});
  EXPECT_EQ(step_in(own + "every = \"90m\"\nfrom = 22:00:00\nuntil = 01:00:00\n").when,
            (When{Every{minutes{90}, {hours{22}}, {hours{1}}}}));
}

TEST(RoutineText, ReadsAGuideAndFillsItsGapsFromTheCatalogue) {
  const Step stretch = step_in("[[step]]\nuse = \"calf-stretch\"\nguide = { rounds = 5, sides = [\"right\"] }\n");
  EXPECT_EQ(stretch.guide, (Guide{5, seconds{10}, seconds{10}, {Side::right}}));
  const Step water = step_in("[[step]]\nuse = \"water\"\nguide = { hold = \"10s\" }\n");
  EXPECT_EQ(water.guide, (Guide{1, seconds{10}, seconds{0}, {}}));
}

TEST(RoutineText, LetsAStepSayOtherwiseThanTheRemindersInEachKey) {
  const std::string reminders =
      "[reminders]\nsnooze = [\"5m\"]\nmax_snoozes = 1\nexpires_after = \"20m\"\nrepeat_every = \"2m\"\n"
      "repeat_at_most = 7\nif_late = \"show\"\nwhen_locked = \"show\"\nurgency = \"low\"\nsound = false\n";
  const std::string overrides =
      "snooze = [\"1m\", \"2m\"]\nmax_snoozes = 0\nexpires_after = \"1h\"\nrepeat_every = \"3m\"\n"
      "repeat_at_most = 0\nif_late = \"drop\"\nwhen_locked = \"hold\"\nurgency = \"critical\"\nsound = true\n";
  const ReminderRules general{{minutes{5}}, 1,    minutes{20}, minutes{2}, 7, IfLate::show, WhenLocked::show,
                              Urgency::low, false};
  const ReminderRules own{{minutes{1}, minutes{2}}, 0,   hours{1}, minutes{3}, 0, IfLate::drop, WhenLocked::hold,
                          Urgency::critical,        true};
  EXPECT_EQ(step_in(reminders + "[[step]]\nuse = \"water\"\n").rules, general);
  EXPECT_EQ(step_in(reminders + "[[step]]\nuse = \"water\"\n" + overrides).rules, own);
}

TEST(RoutineText, ReadsDottedKeysAndBracesLikeHeadings) {
  const auto routine = routine_in(content_of(std::string{CALMCALF_SCHEDULES} + "/valid/written-in-other-ways.toml"));
  EXPECT_EQ(routine->bedtime.usual.since_midnight, minutes{15});
  ASSERT_EQ(routine->steps.size(), 2U);
  EXPECT_THAT(routine->steps[0].rules.snooze, ElementsAre(minutes{10}, minutes{90}));
  EXPECT_EQ(routine->steps[1].when, When{BeforeBed{hours{1}}});
  EXPECT_THAT(routine->hooks, ElementsAre(Pair("due", ElementsAre("sh", "-c", "  true"))));
}

TEST(RoutineText, KeepsAccentsAfterALineThatEndsWithABackslash) {
  const auto routine = routine_in(content_of(std::string{CALMCALF_SCHEDULES} + "/valid/text-of-many-lines.toml"));
  EXPECT_EQ(routine->steps.at(0).title, "Magnesium – täglich");
  EXPECT_EQ(routine->steps.at(0).text, "Mit einem halben Österreichischen Glas\nWasser.");
}

TEST(RoutineText, HasPlainLineEndsInTextsFromWindows) {
  EXPECT_EQ(step_in("[[step]]\r\nuse = \"water\"\r\ntext = \"\"\"one\r\ntwo\"\"\"\r\n").text, "one\ntwo");
}

TEST(RoutineText, NamesCautionsOfStepsTouchedAndStaysUsable) {
  const Reading reading = read_text(
      bedtime + "[profile]\ncautions = [\"potassium\"]\n[[step]]\nuse = \"water\"\n[[step]]\nuse = \"banana\"\n");
  EXPECT_NE(reading.routine, nullptr);
  ASSERT_EQ(reading.mistakes.size(), 1U);
  EXPECT_EQ(reading.mistakes[0].severity, Mistake::Severity::caution);
  EXPECT_EQ(reading.mistakes[0].line, 7);
  EXPECT_EQ(reading.mistakes[0].key, "step[2]");
}

TEST(RoutineText, MayBeginWithAByteOrderMark) {
  const Reading reading = read_text("\xEF\xBB\xBFtimezone = 1\n" + bedtime + "[[step]]\nuse = \"water\"\n");
  ASSERT_EQ(reading.mistakes.size(), 1U);
  EXPECT_THAT(lines_of(reading.mistakes)[0], testing::StartsWith("1:12: timezone: is a number"));
}

TEST(RoutineText, InAnotherEncodingSaysWhereAndWhatToDo) {
  EXPECT_THAT(lines_of(read_text(bedtime + "# f\xFCr mich\n").mistakes),
              ElementsAre("3:4: this character is not UTF-8, save the file as UTF-8 in your editor"));
  EXPECT_THAT(lines_of(read_text("\xFF\xFE[\0b\0").mistakes),
              ElementsAre("1:1: the file is in UTF-16, save it as UTF-8 in your editor"));
}

TEST(RoutineText, RefusesFormsThatUtf8Forbids) {
  for (const std::string_view bad :
       {"\xC0\x80", "\xE0\x80\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xC3", "\x80", "\xF8"}) {
    EXPECT_THAT(lines_of(read_text("# " + std::string{bad}).mistakes),
                ElementsAre(HasSubstr("1:3: this character is not")));
  }
}

TEST(RoutineText, WithAZeroByteSaysWhereAndWhatToDo) {
  using std::string_literals::operator""s;
  EXPECT_THAT(lines_of(read_text(bedtime + "\0"s).mistakes),
              ElementsAre("3:1: a zero byte stands here, a schedule is plain text: remove it"));
}

TEST(RoutineText, NeverPrintsControlCharactersBack) {
  const Reading reading = read_text(bedtime + "[[step]]\nuse = \"\\u001B[31mred\\n\"\n\"\\u0007\" = 1\n");
  ASSERT_EQ(reading.mistakes.size(), 2U);
  for (const std::string& line : lines_of(reading.mistakes)) {
    EXPECT_THAT(line, testing::Each(testing::Ge(' '))) << line;
  }
}

TEST(RoutineText, OfVeryDeepBracketsIsRefusedInPeace) {
  const std::string deep(100'000, '[');
  EXPECT_TRUE(has_errors(read_text("a = " + deep).mistakes));
  EXPECT_TRUE(has_errors(read_text(deep).mistakes));
  std::string dots = "a";
  for (int level = 0; level < 100'000; ++level) dots += ".a";
  EXPECT_TRUE(has_errors(read_text(dots + " = 1").mistakes));
  EXPECT_TRUE(has_errors(read_text("[" + dots + "]").mistakes));
}

TEST(RoutineText, ThatTheParserCannotBearNeverReachesIt) {
  for (const std::string_view text :
       {"[&", "[[[", "a = 2026-12-24T.5", "\xCC\xAA", "a = \"\"\"\\\n\xC2\xA7\"\"\"", "a = \"\"\"\\\xC2\xA7\"\"\"",
        "\"\\\xC2\xA7\" = 1", "a = \xC2\xA7", "a.\xC2\xA7 = 1", "[a\xC2\xA7]"}) {
    EXPECT_TRUE(has_errors(read_text(text).mistakes)) << text;
  }
}

TEST(RoutineText, TellsTenThousandStepsApart) {
  std::string text = bedtime;
  for (int index = 1; index < 10'000; ++index)
    text += "[[step]]\nid = \"s-" + std::to_string(index) + "\"\nuse = \"water\"\n";
  text += "[[step]]\nid = \"s-5000\"\nuse = \"water\"\n";
  EXPECT_THAT(lines_of(read_text(text).mistakes),
              ElementsAre(HasSubstr("step[10000].id: \"s-5000\" is the id of step[5000] in line 15000 already")));
}

}  // namespace
}  // namespace calmcalf
