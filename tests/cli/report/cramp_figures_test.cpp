// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/report/cramp_figures.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ledger_samples.hpp"
#include "routine_samples.hpp"

namespace calmcalf::cli {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const Night november = night("2026-11-01");
const Moment on_the_23rd{at("2026-11-23T12:00"), std::chrono::hours{1}};

Entry cramp_entry(Night night, Cramp cramp, int second = 0) {
  auto entry = entry_of(night, entry::Cramped{night, std::move(cramp)});
  entry.at += Duration{second};
  return entry;
}

ReportMaterial material_of(const Ledger& ledger, const NightRange& asked = {}) {
  return {ledger, asked, nullptr, std::nullopt, on_the_23rd};
}

TEST(CrampFigures, CountAllThatTheDiaryKnows) {
  const auto in_utc = [](const char* time) { return std::optional{at(time)}; };
  const auto material = material_of({cramp_entry(november, {.at = in_utc("2026-11-02T02:10"),
                                                            .at_offset = std::chrono::hours{1},
                                                            .side = CrampSide::left,
                                                            .muscle = Muscle::calf,
                                                            .severity = 6,
                                                            .minutes = 4,
                                                            .woke = true,
                                                            .triggers = {Trigger::sitting},
                                                            .relief = {Relief::stretch, Relief::walk},
                                                            .note = {}}),
                                     cramp_entry(november,
                                                 {.at = {},
                                                  .side = CrampSide::left,
                                                  .muscle = {},
                                                  .severity = 3,
                                                  .minutes = {},
                                                  .triggers = {},
                                                  .relief = {},
                                                  .note = {}},
                                                 1),
                                     no_cramp(november + 1)});
  const auto figures = cramp_figures(material, material.recent);
  EXPECT_EQ(figures.cramps, 2);
  EXPECT_EQ(figures.nights_known, 2);
  EXPECT_EQ(figures.nights_with, 1);
  EXPECT_EQ(figures.per_week(), 7.0);
  EXPECT_EQ(figures.with_time, 1);
  EXPECT_EQ(figures.hours[3], 1) << "by the clock on the wall, an hour ahead of UTC";
  EXPECT_THAT(figures.sides, ElementsAre(2, 0, 0));
  EXPECT_THAT(figures.muscles, ElementsAre(1, 0, 0, 0, 0));
  EXPECT_EQ(figures.severity->median, 4.5);
  EXPECT_EQ(figures.minutes->number, 1);
  EXPECT_EQ(figures.woke, 1);
  EXPECT_THAT(figures.triggers, ElementsAre(0, 1, 0, 0, 0, 0));
  EXPECT_THAT(figures.reliefs, ElementsAre(1, 0, 1, 0, 0, 0, 0));
}

TEST(CrampFigures, SpreadNumbersFromTheLeastByTheMedianToTheMost) {
  EXPECT_FALSE(spread_of({}));
  const auto odd = spread_of({7, 2, 3}).value();
  EXPECT_THAT((std::vector<double>{1.0 * odd.least, odd.median, 1.0 * odd.most}), ElementsAre(2, 3, 7));
  EXPECT_EQ(spread_of({1, 2, 3, 10})->median, 2.5);
}

TEST(CrampFigures, AreOfTheLastTwelveMonthsFromTheFirstOfAMonth) {
  const auto material = material_of({no_cramp(night("2024-01-01")), no_cramp(november)});
  EXPECT_EQ(material.all.first, night("2024-01-01"));
  EXPECT_EQ(material.recent.first, night("2025-12-01"));
  EXPECT_EQ(material.recent.last, night("2026-11-23"));
  EXPECT_EQ(material_of({no_cramp(november)}).recent.first, november);
  EXPECT_EQ(material_of({no_cramp(november)}, {std::nullopt, november + 2}).recent.last, november + 2);
  EXPECT_EQ(material_of({no_cramp(night("2099-01-01"))}).recent.last, night("2026-11-23")) << "a clock that was ahead";
}

TEST(CrampFigures, HaveQuartersOfThirteenWeeksThatEndWithTheLastNight) {
  const auto material = material_of({cramped(night("2026-11-22")), cramped(night("2026-11-23")), no_cramp(november)});
  const auto quarters = cramp_quarters(material.nights, material.recent);
  ASSERT_EQ(quarters.size(), 1U);
  const auto& weeks = quarters.front();
  ASSERT_EQ(weeks.size(), 13U);
  EXPECT_EQ(weeks.back().monday, night("2026-11-23"));
  EXPECT_EQ(weeks.back().cramps, 1);
  EXPECT_EQ(weeks[11].cramps, 1);
  EXPECT_EQ(weeks[10].nights_known, 0);
  EXPECT_EQ(weeks[8].nights_known, 1) << "the first is a Sunday";
}

TEST(CrampFigures, HaveFourQuartersAtTheMost) {
  const auto material = material_of({no_cramp(night("2016-01-01")), no_cramp(november)});
  EXPECT_EQ(cramp_quarters(material.nights, material.recent).size(), 4U);
}

TEST(CrampFigures, ShowTheHoursOfANightAndThoseBeyondThatHaveCramps) {
  std::array<int, 24> hours{};
  EXPECT_THAT(hours_to_show(hours), ElementsAre(21, 22, 23, 0, 1, 2, 3, 4, 5, 6));
  hours[19] = 1;
  hours[8] = 1;
  EXPECT_EQ(hours_to_show(hours).front(), 19);
  EXPECT_EQ(hours_to_show(hours).back(), 8);
}

TEST(CrampFigures, NameTheHoursThatNoOtherBeats) {
  std::array<int, 24> hours{};
  EXPECT_THAT(typical_hours(hours), IsEmpty());
  hours[3] = 2;
  hours[23] = 2;
  hours[1] = 1;
  EXPECT_THAT(typical_hours(hours), ElementsAre(23, 3));
}

}  // namespace
}  // namespace calmcalf::cli
