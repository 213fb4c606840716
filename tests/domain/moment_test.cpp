// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "domain/moment.hpp"

#include <gtest/gtest.h>

#include "fixed_zone.hpp"
#include "routine_samples.hpp"

namespace calmcalf {
namespace {

using namespace std::chrono_literals;

TEST(Moment, IsWrittenWithItsOffsetAndReadBack) {
  const auto instant = at("2026-11-23T21:30:15");
  for (const Duration offset :
       {0s, Duration{1h}, Duration{-3h - 30min}, Duration{12h + 45min}, -Duration{25min + 21s}}) {
    const Moment moment{instant, offset};
    EXPECT_EQ(parse_moment(to_iso(moment)), moment) << to_iso(moment);
  }
  EXPECT_EQ(to_iso(moment_of(instant, FixedZone{1h})), "2026-11-23T22:30:15+01:00");
}

TEST(Moment, ReadsUtcByItsLetterAndTimesWithoutSeconds) {
  EXPECT_EQ(parse_moment("2026-11-23T21:30Z"), (Moment{at("2026-11-23T21:30"), 0s}));
  EXPECT_EQ(parse_moment("2026-11-23 22:30:00+01:00"), (Moment{at("2026-11-23T21:30"), 1h}));
}

TEST(Moment, RefusesWhatDoesNotSayWhere) {
  for (const auto* text : {"", "2026-11-23", "2026-11-23T21:30", "2026-11-23T21:30+", "2026-11-23T21:30+1:00",
                           "2026-11-23T21:30+24:00", "2026-11-23T21:30Z01:00", "2026-11-23T21:30 Berlin"})
    EXPECT_EQ(parse_moment(text), std::nullopt) << text;
}

}  // namespace
}  // namespace calmcalf
