// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/timerfd/accelerated_wakeup_timer.hpp"

#include <vector>

#include <boost/asio/io_context.hpp>
#include <gtest/gtest.h>

namespace calmcalf {
namespace {

using std::chrono::seconds;

constexpr Instant beginning = std::chrono::sys_days{std::chrono::year{2026} / 3 / 28} + std::chrono::hours{20};

TEST(AcceleratedWakeupTimer, WakesWhenItsClockHasReachedTheInstantAndNotBefore) {
  boost::asio::io_context loop;
  const AcceleratedClock clock{beginning, 100'000};
  AcceleratedWakeupTimer timer{loop.get_executor(), clock};
  std::vector<Instant> woken;
  timer.on_wakeup([&](WakeupTimer::Reason reason) {
    EXPECT_EQ(reason, WakeupTimer::Reason::reached);
    woken.push_back(clock.now());
    if (woken.size() == 2) return loop.stop();
    timer.wake_at(beginning + std::chrono::hours{2});
  });
  timer.wake_at(beginning + std::chrono::hours{1});
  loop.run();
  EXPECT_GE(woken.at(0), beginning + std::chrono::hours{1});
  EXPECT_GE(woken.at(1), beginning + std::chrono::hours{2});
}

TEST(AcceleratedWakeupTimer, WakesForAnInstantBeforeItsClockStarted) {
  boost::asio::io_context loop;
  const AcceleratedClock clock{beginning, 1};
  AcceleratedWakeupTimer timer{loop.get_executor(), clock};
  bool woken = false;
  timer.on_wakeup([&](WakeupTimer::Reason) {
    woken = true;
    loop.stop();
  });
  timer.wake_at(beginning - seconds{10});
  EXPECT_FALSE(woken) << "from within the call";
  loop.run();
  EXPECT_TRUE(woken);
}

TEST(AcceleratedWakeupTimer, StaysSilentOnceDisarmed) {
  boost::asio::io_context loop;
  const AcceleratedClock clock{beginning, 1};
  AcceleratedWakeupTimer timer{loop.get_executor(), clock};
  timer.on_wakeup([](WakeupTimer::Reason) { FAIL() << "woken though disarmed"; });
  timer.wake_at(beginning);
  timer.disarm();
  loop.run_for(std::chrono::milliseconds{20});
}

}  // namespace
}  // namespace calmcalf
