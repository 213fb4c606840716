// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "language/local_dates.hpp"

#include <gtest/gtest.h>

#include "domain/iso8601.hpp"
#include "language/a_locale.hpp"

namespace calmcalf {
namespace {

Night night(const char* date) {
  return parse_night(date).value();
}

Instant utc(const char* text) {
  return Instant{parse_local_time(text).value().time_since_epoch()};
}

TEST(LocalDates, NameTheDay) {
  EXPECT_EQ(date_in_words(night("2026-11-23")), "Monday, 23 November 2026");
  EXPECT_EQ(date_in_words(night("2028-02-29")), "Tuesday, 29 February 2028");
  EXPECT_EQ(date_in_words(night("2027-01-03")), "Sunday, 3 January 2027");
  EXPECT_EQ(date_in_words(night("2026-12-31")), "Thursday, 31 December 2026");
}

TEST(LocalDates, GiveATimeOfTheNightsOwnDateAlone) {
  EXPECT_EQ(time_in_night(utc("2026-11-23T21:30"), std::chrono::hours{1}, night("2026-11-23")), "22:30");
  EXPECT_EQ(time_in_night(utc("2026-11-23T21:30:15"), {}, night("2026-11-23")), "21:30:15");
}

TEST(LocalDates, GiveTheDayOfAnyOther) {
  EXPECT_EQ(time_in_night(utc("2026-11-23T23:15"), std::chrono::hours{1}, night("2026-11-23")), "00:15 Tue");
  EXPECT_EQ(time_in_night(utc("2026-11-23T00:15"), -std::chrono::hours{1}, night("2026-11-23")), "23:15 Sun");
}

TEST(LocalDates, BeginTheWeekOnMondayWithoutALocale) {
  EXPECT_EQ(first_weekday(), std::chrono::Monday);
  EXPECT_EQ(weekday_letter(std::chrono::Monday), "M");
  EXPECT_EQ(short_month(std::chrono::November), "Nov");
}

TEST(LocalDates, BeginTheWeekWithTheLocalesDay) {
  EXPECT_EQ((ALocale{"en_US.UTF-8"}, first_weekday()), std::chrono::Sunday);
  EXPECT_EQ((ALocale{"de_DE.UTF-8"}, first_weekday()), std::chrono::Monday);
  EXPECT_EQ((ALocale{"pt_BR.UTF-8"}, first_weekday()), std::chrono::Sunday);
  EXPECT_EQ((ALocale{"pl_PL.UTF-8"}, first_weekday()), std::chrono::Monday);
}

TEST(LocalDates, NameDaysAsTheLocaleDoes) {
  const ALocale locale{"de_DE.UTF-8"};
  EXPECT_EQ(date_in_words(night("2026-11-23")), "Montag, 23. November 2026");
  EXPECT_EQ(weekday_in_words(std::chrono::Sunday), "Sonntag");
  EXPECT_EQ(time_in_night(utc("2026-11-23T23:15"), std::chrono::hours{1}, night("2026-11-23")), "00:15 Di");
}

TEST(LocalDates, PutAMonthAloneIntoItsOwnForm) {
  const ALocale locale{"pl_PL.UTF-8"};
  EXPECT_EQ(day_in_words(night("2026-11-23")), "23 listopada 2026");
  EXPECT_EQ(month_in_words(std::chrono::year{2026} / 11), "listopad 2026");
}

TEST(LocalDates, TakeAWholeCharacterForALetter) {
  EXPECT_EQ((ALocale{"ja_JP.UTF-8"}, weekday_letter(std::chrono::Monday)), "月");
  EXPECT_EQ((ALocale{"fr_FR.UTF-8"}, weekday_letter(std::chrono::Monday)), "L");
}

TEST(LocalDates, TellTheTimeByTwelveHoursWhereTheLocaleDoes) {
  const LocalTime evening = parse_local_time("2026-11-23T22:30").value();
  EXPECT_EQ(clock_time(evening), "22:30");
  EXPECT_EQ((ALocale{"de_DE.UTF-8"}, clock_time(evening)), "22:30");
  EXPECT_EQ((ALocale{"ja_JP.UTF-8"}, clock_time(evening)), "22:30");
  EXPECT_EQ((ALocale{"en_US.UTF-8"}, clock_time(evening)), "10:30 PM");
  EXPECT_EQ((ALocale{"en_US.UTF-8"}, clock_time(parse_local_time("2026-11-23T00:05:09").value())), "12:05:09 AM");
}

}  // namespace
}  // namespace calmcalf
