// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "adapters/toml/reader.hpp"
#include "domain/catalogue.hpp"

namespace calmcalf {
namespace {

using testing::IsEmpty;

std::string starter() {
  return content_of(CALMCALF_STARTER_SCHEDULE);
}

/// With every line switched on that is switched off: "#key" is such a line, "# words" is a remark.
std::string all_switched_on() {
  std::string result;
  std::istringstream lines{starter()};
  for (std::string line; std::getline(lines, line);) {
    const bool off = line.size() > 1 && line[0] == '#' && line[1] != ' ';
    result += line.substr(off ? 1 : 0) + '\n';
  }
  return result;
}

std::vector<std::string> catalogue_steps_of(const Routine& routine) {
  std::vector<std::string> ids;
  for (const Step& step : routine.steps) {
    if (!step.use.text.empty()) ids.push_back(step.use.text);
  }
  return ids;
}

TEST(StarterSchedule, HasNoMistakes) {
  const Reading reading = read_text(starter());
  ASSERT_NE(reading.routine, nullptr);
  EXPECT_THAT(lines_of(reading.mistakes), IsEmpty());
}

TEST(StarterSchedule, HasTheStepsThatTheCatalogueWantsInIt) {
  std::vector<std::string> wanted;
  for (const CatalogueStep& step : catalogue()) {
    if (step.in_starter) wanted.emplace_back(step.id);
  }
  EXPECT_THAT(catalogue_steps_of(*read_text(starter()).routine), testing::UnorderedElementsAreArray(wanted));
}

TEST(StarterSchedule, HasAllOtherStepsOfTheCatalogueReadyToBeSwitchedOn) {
  const Reading reading = read_text(all_switched_on());
  ASSERT_NE(reading.routine, nullptr) << testing::PrintToString(lines_of(reading.mistakes));
  std::vector<std::string> all;
  for (const CatalogueStep& step : catalogue()) all.emplace_back(step.id);
  EXPECT_THAT(catalogue_steps_of(*reading.routine), testing::UnorderedElementsAreArray(all));
}

TEST(StarterSchedule, GivesEveryStepTheCataloguesTimeAndGuide) {
  const Reading reading = read_text(all_switched_on());
  ASSERT_NE(reading.routine, nullptr);
  for (const Step& step : reading.routine->steps) {
    const CatalogueStep* known = find_in_catalogue(step.use.text);
    if (known == nullptr) continue;
    EXPECT_EQ(step.when, known->when) << step.id.text;
    EXPECT_EQ(step.guide, known->guide) << step.id.text;
    EXPECT_EQ(step.monthdays, known->monthdays) << step.id.text;
  }
}

TEST(StarterSchedule, WritesOutTheDefaultsOfReminders) {
  const Reading reading = read_text(starter());
  for (const Step& step : reading.routine->steps) EXPECT_EQ(step.rules, ReminderRules{}) << step.id.text;
}

TEST(StarterSchedule, ShowsEveryKeyThatAScheduleCanHave) {
  for (const std::string_view key :
       {"timezone",    "time",        "monday",        "from",         "until",          "off",
        "snooze",      "max_snoozes", "expires_after", "repeat_every", "repeat_at_most", "if_late",
        "when_locked", "urgency",     "sound",         "cautions",     "morning_check",  "see_doctor_at",
        "use",         "id",          "title",         "text",         "before_bed",     "at",
        "every",       "weekdays",    "monthdays",     "rounds",       "hold",           "rest",
        "sides",       "due",         "done",          "missed",       "cramp",          "bedtime"}) {
    EXPECT_THAT(starter(), testing::ContainsRegex("(^|[^a-z_])" + std::string{key} + "([^a-z_]|$)"));
  }
}

TEST(StarterSchedule, NamesEveryCaution) {
  for (int index = 0; index <= static_cast<int>(Caution::kidney); ++index) {
    EXPECT_THAT(starter(), testing::HasSubstr('"' + std::string{name_of(static_cast<Caution>(index))} + '"'));
  }
}

}  // namespace
}  // namespace calmcalf
