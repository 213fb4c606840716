// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "domain/duration.hpp"

#include <gtest/gtest.h>

namespace calmcalf {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

TEST(ParseDuration, ReadsAnySubsetOfTheUnits) {
  EXPECT_EQ(parse_duration("1d 2h 30m 10s"), days{1} + hours{2} + minutes{30} + seconds{10});
  EXPECT_EQ(parse_duration("2h 10s"), hours{2} + seconds{10});
  EXPECT_EQ(parse_duration("10s"), seconds{10});
  EXPECT_EQ(parse_duration("1d"), days{1});
}

TEST(ParseDuration, DoesWithoutSpaces) {
  EXPECT_EQ(parse_duration("1h30m"), minutes{90});
  EXPECT_EQ(parse_duration("1h  30m"), minutes{90});
}

TEST(ParseDuration, TakesMoreOfAUnitThanTheNextOneHolds) {
  EXPECT_EQ(parse_duration("90m"), minutes{90});
  EXPECT_EQ(parse_duration("36h 90m"), hours{36} + minutes{90});
}

TEST(ParseDuration, KnowsZero) {
  EXPECT_EQ(parse_duration("0m"), Duration::zero());
  EXPECT_EQ(parse_duration("0h 0s"), Duration::zero());
}

TEST(ParseDuration, RefusesEverythingElse) {
  for (const std::string_view text : {"",        " ",     "10",    "m",      "m10",
                                      "30m 1h",  "1h 1h", "10 m",  " 10m",   "10m ",
                                      "10m\n",   "10M",   "10min", "1.5h",   "1,5h",
                                      "-10m",    "+10m",  "--1m",  "1h-30m", "1h, 30m",
                                      "1h\t30m", "10m x", "0x10m", "1w",     "99999999999999999999s"}) {
    EXPECT_EQ(parse_duration(text), std::nullopt) << text;
  }
}

TEST(ParseDuration, EndsAtAThousandDays) {
  EXPECT_EQ(parse_duration("1000d"), days{1000});
  EXPECT_EQ(parse_duration("86400000s"), days{1000});
  EXPECT_EQ(parse_duration("1000d 1s"), std::nullopt);
  EXPECT_EQ(parse_duration("86400001s"), std::nullopt);
  EXPECT_EQ(parse_duration("1001d"), std::nullopt);
}

TEST(DurationText, LeavesOutUnitsThatAreZero) {
  EXPECT_EQ(to_text(days{1} + hours{2} + minutes{30} + seconds{10}), "1d 2h 30m 10s");
  EXPECT_EQ(to_text(minutes{90}), "1h 30m");
  EXPECT_EQ(to_text(hours{24}), "1d");
  EXPECT_EQ(to_text(hours{1} + seconds{1}), "1h 1s");
  EXPECT_EQ(to_text(Duration::zero()), "0m");
}

TEST(DurationText, IsReadBackAsItWas) {
  for (const Duration::rep length : {0L, 1L, 59L, 60L, 61L, 3599L, 3600L, 86399L, 86400L, 90061L, 86400000L}) {
    EXPECT_EQ(parse_duration(to_text(Duration{length})), Duration{length});
  }
}

}  // namespace
}  // namespace calmcalf
