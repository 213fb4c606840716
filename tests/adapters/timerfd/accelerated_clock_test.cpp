// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/timerfd/accelerated_clock.hpp"

#include <ctime>
#include <stdexcept>

#include <gtest/gtest.h>

namespace calmcalf {
namespace {

using std::chrono::nanoseconds;
using std::chrono::seconds;

constexpr Instant evening = std::chrono::sys_days{std::chrono::year{2026} / 3 / 28} + std::chrono::hours{20};

nanoseconds monotonic_now() {
  timespec now{};
  clock_gettime(CLOCK_MONOTONIC, &now);
  return seconds{now.tv_sec} + nanoseconds{now.tv_nsec};
}

TEST(AcceleratedClock, StartsWhereItIsTold) {
  EXPECT_EQ(AcceleratedClock(evening, 1).now(), evening);
}

TEST(AcceleratedClock, IsSpeedTimesAsFastAsRealTime) {
  const AcceleratedClock clock{evening, 300};
  const auto start = clock.monotonic_at(evening);
  EXPECT_EQ(clock.monotonic_at(evening + seconds{300}) - start, seconds{1});
  EXPECT_EQ(clock.monotonic_at(evening + seconds{450}) - start, std::chrono::milliseconds{1500});
}

TEST(AcceleratedClock, ReachesAnInstantNoLaterThanItSays) {
  const AcceleratedClock clock{evening, 999'999'999};
  const auto now = clock.now();
  EXPECT_GT(now, evening);
  EXPECT_LE(clock.monotonic_at(now), monotonic_now());
}

TEST(AcceleratedClock, RoundsUpWhenItReachesAnInstant) {
  const AcceleratedClock clock{evening, 7};
  const auto start = clock.monotonic_at(evening);
  EXPECT_EQ((clock.monotonic_at(evening + seconds{1}) - start).count(), 142'857'143);
}

TEST(AcceleratedClock, KnowsThatWhatIsBeforeItsStartIsPast) {
  EXPECT_EQ(AcceleratedClock(evening, 60).monotonic_at(evening - seconds{1}), nanoseconds{0});
}

TEST(AcceleratedClock, HasNoOverflowAtTheEndOfTime) {
  EXPECT_GT(AcceleratedClock(evening, 1).monotonic_at(Instant::max()), monotonic_now());
}

TEST(AcceleratedClock, RefusesASpeedThatIsNone) {
  EXPECT_THROW(AcceleratedClock(evening, 0), std::invalid_argument);
  EXPECT_THROW(AcceleratedClock(evening, -5), std::invalid_argument);
}

}  // namespace
}  // namespace calmcalf
