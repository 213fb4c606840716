// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/english_dates.hpp"

#include <gtest/gtest.h>

#include "domain/iso8601.hpp"

namespace calmcalf::cli {
namespace {

Night night(const char* date) {
  return parse_night(date).value();
}

Instant utc(const char* text) {
  return Instant{parse_local_time(text).value().time_since_epoch()};
}

TEST(EnglishDates, NameTheDay) {
  EXPECT_EQ(date_in_words(night("2026-11-23")), "Monday, 23 November 2026");
  EXPECT_EQ(date_in_words(night("2028-02-29")), "Tuesday, 29 February 2028");
  EXPECT_EQ(date_in_words(night("2027-01-03")), "Sunday, 3 January 2027");
  EXPECT_EQ(date_in_words(night("2026-12-31")), "Thursday, 31 December 2026");
}

TEST(EnglishDates, GiveATimeOfTheNightsOwnDateAlone) {
  EXPECT_EQ(time_in_night(utc("2026-11-23T21:30"), std::chrono::hours{1}, night("2026-11-23")), "22:30");
  EXPECT_EQ(time_in_night(utc("2026-11-23T21:30:15"), {}, night("2026-11-23")), "21:30:15");
}

TEST(EnglishDates, GiveTheDayOfAnyOther) {
  EXPECT_EQ(time_in_night(utc("2026-11-23T23:15"), std::chrono::hours{1}, night("2026-11-23")), "00:15 Tue");
  EXPECT_EQ(time_in_night(utc("2026-11-23T00:15"), -std::chrono::hours{1}, night("2026-11-23")), "23:15 Sun");
}

}  // namespace
}  // namespace calmcalf::cli
