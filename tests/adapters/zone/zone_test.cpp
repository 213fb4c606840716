// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "domain/zone.hpp"

#include <algorithm>
#include <random>
#include <vector>

#include <gtest/gtest.h>

#include "adapters/zone/listed_zone.hpp"

namespace calmcalf {
namespace {

using namespace std::chrono_literals;

constexpr Instant midnight{};  // 1970-01-01T00:00Z

LocalTime on_wall(Duration since_midnight) {
  return LocalTime{since_midnight};
}
TimeOfDay clock(Duration since_midnight) {
  return TimeOfDay{since_midnight};
}

// One hour ahead of UTC; at 02:00 by the wall the clocks go to 03:00.
const ListedZone spring{1h, {{midnight + 1h, 2h}}};
// Two hours ahead; at 03:00 by the wall the clocks go back to 02:00.
const ListedZone autumn{2h, {{midnight + 1h, 1h}}};
// At the end of the 1st the clocks go to the 3rd.
const ListedZone lost_day{-10h, {{midnight + 34h, 14h}}};
// At the end of the 1st its morning comes again.
const ListedZone repeated_day{12h, {{midnight + 12h, -12h}}};

TEST(ZoneToLocal, AddsTheDistanceInForce) {
  EXPECT_EQ(spring.to_local(midnight + 1h - 1s), on_wall(2h - 1s));
  EXPECT_EQ(spring.to_local(midnight + 1h), on_wall(3h));
}

TEST(ZoneToInstant, FindsATimeThatOccursOnce) {
  EXPECT_EQ(spring.to_instant(on_wall(90min)), midnight + 30min);
  EXPECT_EQ(spring.to_instant(on_wall(4h)), midnight + 2h);
  EXPECT_EQ(autumn.to_instant(on_wall(22h)), midnight + 21h);
}

TEST(ZoneToInstant, TakesTheFirstInstantAfterAChangeThatSkipsTheTime) {
  EXPECT_EQ(spring.to_instant(on_wall(2h)), midnight + 1h);
  EXPECT_EQ(spring.to_instant(on_wall(2h + 30min)), midnight + 1h);
  EXPECT_EQ(spring.to_instant(on_wall(3h)), midnight + 1h);
}

TEST(ZoneToInstant, TakesTheFirstOfATimeThatOccursTwice) {
  EXPECT_EQ(autumn.to_instant(on_wall(2h)), midnight);
  EXPECT_EQ(autumn.to_instant(on_wall(3h - 1s)), midnight + 1h - 1s);
  EXPECT_EQ(autumn.to_instant(on_wall(3h)), midnight + 2h) << "03:00 itself comes once, after the repeated hour";
}

TEST(ZoneToInstant, PutsAllOfALostDayAtItsEnd) {
  for (const Duration time : {24h, 31h, 47h, 48h}) EXPECT_EQ(lost_day.to_instant(on_wall(time)), midnight + 34h);
  EXPECT_EQ(lost_day.to_instant(on_wall(24h - 1s)), midnight + 34h - 1s);
  EXPECT_EQ(lost_day.to_instant(on_wall(49h)), midnight + 35h);
}

TEST(ZoneToInstant, TakesTheFirstOfARepeatedDay) {
  EXPECT_EQ(repeated_day.to_instant(on_wall(1h)), midnight - 11h);
  EXPECT_EQ(repeated_day.to_instant(on_wall(24h)), midnight + 36h);
}

TEST(ZoneToInstant, ReadsThroughChangesThatLeaveTheDistanceAsItIs) {
  const ListedZone renamed{1h, {{midnight, 1h}, {midnight + 1h, 1h}, {midnight + 2h, 2h}}};
  EXPECT_EQ(renamed.to_instant(on_wall(1h)), midnight);
  EXPECT_EQ(renamed.to_instant(on_wall(2h)), midnight + 1h);
  EXPECT_EQ(renamed.to_instant(on_wall(3h + 30min)), midnight + 2h);
}

TEST(ZoneNextShowing, IsTheInstantItselfWhereTheClockShowsTheTime) {
  EXPECT_EQ(spring.next_showing(clock(90min), midnight + 30min), midnight + 30min);
}

TEST(ZoneNextShowing, IsTomorrowWhereTheTimeIsPast) {
  EXPECT_EQ(spring.next_showing(clock(4h), midnight + 2h + 1s), midnight + 26h);
}

TEST(ZoneNextShowing, IsTheFirstInstantAfterAChangeThatSkipsTheTime) {
  EXPECT_EQ(spring.next_showing(clock(2h + 30min), midnight), midnight + 1h);
  EXPECT_EQ(spring.next_showing(clock(2h + 30min), midnight + 1h), midnight + 1h);
  EXPECT_EQ(spring.next_showing(clock(2h + 30min), midnight + 1h + 1s), midnight + 24h + 30min);
}

TEST(ZoneNextShowing, FindsTheSecondShowingOfARepeatedHour) {
  EXPECT_EQ(autumn.next_showing(clock(2h + 30min), midnight), midnight + 30min);
  EXPECT_EQ(autumn.next_showing(clock(2h + 30min), midnight + 30min + 1s), midnight + 90min);
  EXPECT_EQ(autumn.next_showing(clock(2h + 30min), midnight + 90min + 1s), midnight + 25h + 30min);
}

TEST(ZoneNextShowing, IsTheEndOfALostDayForEachOfItsTimes) {
  for (const Duration time : {0h, 7h, 23h}) {
    EXPECT_EQ(lost_day.next_showing(clock(time), midnight + 34h - 1s), midnight + 34h);
  }
}

TEST(Zone, StopsAtTheEndsOfTheTimeLine) {
  for (const ListedZone* zone : {&spring, &autumn, &lost_day}) {
    EXPECT_LE(zone->to_local(Instant::min()), LocalTime::min() + 24h);
    EXPECT_GE(zone->to_local(Instant::max()), LocalTime::max() - 24h);
    EXPECT_LE(zone->to_instant(LocalTime::min()), Instant::min() + 24h);
    EXPECT_GE(zone->to_instant(LocalTime::max()), Instant::max() - 24h);
    EXPECT_LE(zone->next_showing(clock(4h), Instant::min()), Instant::min() + 48h);
    EXPECT_GE(zone->next_showing(clock(4h), Instant::max()), Instant::max() - 24h);
  }
}

/// A zone of erratic rulers: changes some hours from each other, by up to a day either way, in whole minutes.
class ErraticZone : public testing::TestWithParam<unsigned> {
 protected:
  ErraticZone() : chance_{GetParam()}, zone_{any(-840, 840), changes()} {}

  Duration any(int from, int until) {
    return std::chrono::minutes{std::uniform_int_distribution{from, until}(chance_)};
  }

  std::vector<ListedZone::Change> changes() {
    std::vector<ListedZone::Change> changes;
    Instant at = midnight;
    for (int i = 0; i < 12; ++i) changes.push_back({at += any(1, 40 * 60), any(-840, 840)});
    return changes;
  }

  static constexpr Instant begin = midnight - 72h;
  static constexpr Instant end = midnight + 600h;

  std::mt19937 chance_;
  ListedZone zone_;
};

TEST_P(ErraticZone, FindsTheInstantThatSomeoneWatchingTheClockWouldNote) {
  Instant watched = begin;
  for (LocalTime local = on_wall(-24h); local < on_wall(540h); local += 7min) {
    while (zone_.to_local(watched) < local) watched += 1min;
    ASSERT_EQ(zone_.to_instant(local), watched) << local.time_since_epoch().count();
  }
}

TEST_P(ErraticZone, ShowsATimeNextWhenSomeoneWatchingTheClockWouldSeeOrMissIt) {
  const auto time_of = [](LocalTime local) { return local - std::chrono::floor<std::chrono::days>(local); };
  const auto shows_or_skips = [&](Instant instant, Duration time) {
    const LocalTime shown = zone_.to_local(instant);
    if (time_of(shown) == time) return true;
    for (LocalTime skipped = zone_.to_local(instant - 1s) + 1s; skipped < shown; skipped += 1min) {
      if (time_of(skipped) == time) return true;
    }
    return false;
  };
  for (const Duration time : {0min, 4h + 11min, 22h + 30min}) {
    std::vector<Instant> noted;
    for (Instant watched = begin; watched < end; watched += 1min) {
      if (shows_or_skips(watched, time)) noted.push_back(watched);
    }
    for (Instant from = begin; from < end - 48h; from += 53min) {
      ASSERT_EQ(zone_.next_showing(clock(time), from), *std::ranges::lower_bound(noted, from))
          << from.time_since_epoch().count();
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, ErraticZone, testing::Range(1U, 5U));

}  // namespace
}  // namespace calmcalf
