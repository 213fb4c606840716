// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "domain/spoken_time.hpp"

#include <gtest/gtest.h>

#include "adapters/zone/listed_zone.hpp"
#include "fixed_zone.hpp"
#include "routine_samples.hpp"

namespace calmcalf {
namespace {

SpokenTime spoken(std::string_view text) {
  return parse_spoken_time(text).value();
}

TEST(SpokenTime, IsAClockTimeWithOrWithoutItsDate) {
  EXPECT_EQ(parse_spoken_time("22:30"), SpokenTime{clock("22:30")});
  EXPECT_EQ(parse_spoken_time("2026-11-23T22:30"), SpokenTime{*parse_local_time("2026-11-23T22:30")});
  for (const auto* text : {"", "22", "25:00", "tomorrow", "2026-11-23", "22:30 "})
    EXPECT_EQ(parse_spoken_time(text), std::nullopt) << text;
}

TEST(SpokenTime, IsTheNextOneOfWhatIsToCome) {
  const FixedZone zone;
  const auto now = at("2026-11-23T22:30");
  EXPECT_EQ(coming(spoken("22:30"), zone, now), now);
  EXPECT_EQ(coming(spoken("22:29"), zone, now), at("2026-11-24T22:29"));
  EXPECT_EQ(coming(spoken("2026-11-20T10:00"), zone, now), at("2026-11-20T10:00"));
}

TEST(SpokenTime, IsTheLastOneOfWhatHasBeen) {
  const FixedZone zone;
  const auto now = at("2026-11-24T08:00");
  EXPECT_EQ(latest(spoken("03:10"), zone, now), at("2026-11-24T03:10"));
  EXPECT_EQ(latest(spoken("08:00"), zone, now), now);
  EXPECT_EQ(latest(spoken("08:01"), zone, now), at("2026-11-23T08:01"));
  EXPECT_EQ(latest(spoken("2026-11-20T03:10"), zone, now), at("2026-11-20T03:10"));
}

TEST(SpokenTime, IsThatOfANightItsMorningIncluded) {
  const FixedZone zone;
  const auto its_night = night("2026-11-20");
  EXPECT_EQ(of_night(spoken("03:10"), its_night, zone), at("2026-11-21T03:10"));
  EXPECT_EQ(of_night(spoken("11:59"), its_night, zone), at("2026-11-21T11:59"));
  EXPECT_EQ(of_night(spoken("12:00"), its_night, zone), at("2026-11-20T12:00"));
  EXPECT_EQ(of_night(spoken("23:10"), its_night, zone), at("2026-11-20T23:10"));
  EXPECT_EQ(of_night(spoken("2026-11-21T03:10"), its_night, zone), at("2026-11-21T03:10"));
}

TEST(SpokenTime, IsTheLastOneThoughTheDayHasTwentyFiveHours) {
  const ListedZone zone{std::chrono::hours{2}, {{at("2026-10-25T01:00"), std::chrono::hours{1}}}};
  const auto late_in_the_evening = at("2026-10-25T22:30");
  EXPECT_EQ(latest(spoken("00:00"), zone, late_in_the_evening), at("2026-10-24T22:00")) << "24 and a half hours ago";
}

TEST(SpokenTime, IsOnTheClockAtItsInstantAlone) {
  const FixedZone zone{std::chrono::hours{1}};
  EXPECT_TRUE(shows(spoken("22:30"), zone, at("2026-11-23T21:30")));
  EXPECT_FALSE(shows(spoken("22:30"), zone, at("2026-11-23T22:30")));
  EXPECT_TRUE(shows(spoken("2026-11-24T00:30"), zone, at("2026-11-23T23:30")));
  EXPECT_FALSE(shows(spoken("2026-11-24T00:30"), zone, at("2026-11-24T23:30")));
}

}  // namespace
}  // namespace calmcalf
