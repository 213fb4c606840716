// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "domain/iso8601.hpp"

#include <gtest/gtest.h>

namespace calmcalf {
namespace {

using std::chrono::hours;
using std::chrono::local_days;
using std::chrono::minutes;
using std::chrono::seconds;
using std::chrono::sys_days;
using std::chrono::year;
using namespace std::chrono_literals;

constexpr auto date = year{2026} / 11 / 23;

TEST(Iso8601, WritesNightsAndReadsThemBack) {
  EXPECT_EQ(to_iso(Night{local_days{date}}), "2026-11-23");
  EXPECT_EQ(parse_night("2026-11-23"), Night{local_days{date}});
  EXPECT_EQ(to_iso(Night{local_days{year{987} / 1 / 2}}), "0987-01-02");
}

TEST(Iso8601, KnowsTheLeapYears) {
  EXPECT_EQ(parse_night("2028-02-29"), Night{local_days{year{2028} / 2 / 29}});
  EXPECT_EQ(parse_night("2027-02-29"), std::nullopt);
  EXPECT_EQ(parse_night("2100-02-29"), std::nullopt);
}

TEST(Iso8601, RefusesNightsInOtherForms) {
  for (const std::string_view text : {"", "2026-11-2", "2026-1-23", "26-11-23", "2026-11-23 ", " 2026-11-23",
                                      "2026/11/23", "20261123", "2026-13-01", "2026-00-01", "2026-11-00", "2026-11-31",
                                      "23.11.2026", "2026-11-2x", "+026-11-23", "2026-11--3", "2026-11-23T00:00"}) {
    EXPECT_EQ(parse_night(text), std::nullopt) << text;
  }
}

TEST(Iso8601, WritesInstantsAsLocalTimeWithOffset) {
  const Instant instant = sys_days{date} + 21h + 30min + 5s;
  EXPECT_EQ(to_iso(instant, hours{1}), "2026-11-23T22:30:05+01:00");
  EXPECT_EQ(to_iso(instant, Duration::zero()), "2026-11-23T21:30:05+00:00");
  EXPECT_EQ(to_iso(instant, hours{5} + minutes{45}), "2026-11-24T03:15:05+05:45");
}

TEST(Iso8601, WritesInstantsWestOfGreenwich) {
  EXPECT_EQ(to_iso(Instant{sys_days{date}}, -hours{3} - minutes{30}), "2026-11-22T20:30:00-03:30");
}

TEST(Iso8601, WritesInstantsBefore1970) {
  EXPECT_EQ(to_iso(Instant{seconds{-1}}, hours{1}), "1970-01-01T00:59:59+01:00");
  EXPECT_EQ(to_iso(Instant{seconds{-1}}, Duration::zero()), "1969-12-31T23:59:59+00:00");
}

TEST(Iso8601, WritesYearsBeforeTheFirstWithASign) {
  EXPECT_EQ(to_iso(Instant{sys_days{year{-5} / 3 / 1}}, Duration::zero()), "-0005-03-01T00:00:00+00:00");
}

TEST(Iso8601, KeepsTheOddSecondsOfOldZones) {
  EXPECT_EQ(to_iso(Instant{}, minutes{53} + seconds{28}), "1970-01-01T00:53:28+00:53:28");
}

TEST(Iso8601, WritesLocalTimesAndReadsThemBack) {
  const LocalTime local = local_days{date} + 22h + 30min;
  EXPECT_EQ(to_iso(local), "2026-11-23T22:30:00");
  EXPECT_EQ(parse_local_time("2026-11-23T22:30:00"), local);
  EXPECT_EQ(parse_local_time("2026-11-23T22:30"), local);
  EXPECT_EQ(parse_local_time("2026-11-23 22:30"), local);
}

TEST(Iso8601, RefusesLocalTimesInOtherForms) {
  for (const std::string_view text :
       {"", "2026-11-23", "2026-11-23T", "2026-11-23t22:30", "2026-11-23T22:30:00Z", "2026-11-23T22:30+01:00",
        "2026-11-23  22:30", "2026-11-31T22:30", "22:30", "2026-11-23T22:30:00.5"}) {
    EXPECT_EQ(parse_local_time(text), std::nullopt) << text;
  }
}

TEST(Iso8601, ReadsTimesOfDayWithAndWithoutSeconds) {
  EXPECT_EQ(parse_time_of_day("22:30"), TimeOfDay{22h + 30min});
  EXPECT_EQ(parse_time_of_day("22:30:15"), TimeOfDay{22h + 30min + 15s});
  EXPECT_EQ(parse_time_of_day("00:00"), TimeOfDay{});
  EXPECT_EQ(parse_time_of_day("23:59:59"), TimeOfDay{24h - 1s});
}

TEST(Iso8601, RefusesTimesOfDayInOtherForms) {
  for (const std::string_view text :
       {"", "9:30", "22", "2230", "22:3", "22:30:", "22:30:5", "22:30:155", "24:00", "22:60", "22:30:60", "22.30",
        "22:30 ", " 22:30", "-1:30", "22:-1", "aa:bb", "22:30:00.5"}) {
    EXPECT_EQ(parse_time_of_day(text), std::nullopt) << text;
  }
}

TEST(Iso8601, WritesSecondsOfATimeOfDayOnlyWhereThereAreAny) {
  EXPECT_EQ(to_text(TimeOfDay{9h + 5min}), "09:05");
  EXPECT_EQ(to_text(TimeOfDay{9h + 5min + 7s}), "09:05:07");
}

TEST(Iso8601, TakesTheTimeOfDayFromALocalTimeEvenBefore1970) {
  EXPECT_EQ(time_of_day(local_days{date} + 22h + 30min), TimeOfDay{22h + 30min});
  EXPECT_EQ(time_of_day(LocalTime{seconds{-1}}), TimeOfDay{24h - 1s});
}

}  // namespace
}  // namespace calmcalf
