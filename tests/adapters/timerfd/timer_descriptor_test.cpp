// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/timerfd/timer_descriptor.hpp"

#include <chrono>

#include <boost/asio/io_context.hpp>
#include <gtest/gtest.h>

namespace calmcalf {
namespace {

using std::chrono::milliseconds;
using std::chrono::nanoseconds;

nanoseconds now_on(clockid_t clock) {
  timespec now{};
  clock_gettime(clock, &now);
  return std::chrono::seconds{now.tv_sec} + nanoseconds{now.tv_nsec};
}

class TimerDescriptorTest : public testing::TestWithParam<clockid_t> {};

TEST_P(TimerDescriptorTest, ExpiresWhenItsClockShowsTheTimeAndNotBefore) {
  boost::asio::io_context loop;
  TimerDescriptor timer{loop.get_executor(), GetParam()};
  nanoseconds expired_at{};
  timer.listen([&](TimerDescriptor::Signal signal) {
    EXPECT_EQ(signal, TimerDescriptor::Signal::expired);
    expired_at = now_on(GetParam());
    loop.stop();
  });
  const auto time = now_on(GetParam()) + milliseconds{5};
  timer.arm(time);
  loop.run();
  EXPECT_GE(expired_at, time);
}

INSTANTIATE_TEST_SUITE_P(EachClock, TimerDescriptorTest, testing::Values(CLOCK_REALTIME, CLOCK_MONOTONIC),
                         [](const auto& clock) { return clock.param == CLOCK_REALTIME ? "Realtime" : "Monotonic"; });

}  // namespace
}  // namespace calmcalf
