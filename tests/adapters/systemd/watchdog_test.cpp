// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/systemd/watchdog.hpp"

#include <ctime>

#include <boost/asio/io_context.hpp>
#include <gtest/gtest.h>

#include "adapters/systemd/listening_supervisor.hpp"

namespace calmcalf {
namespace {

using std::chrono::milliseconds;

std::chrono::nanoseconds monotonic_now() {
  timespec now{};
  clock_gettime(CLOCK_MONOTONIC, &now);
  return std::chrono::seconds{now.tv_sec} + std::chrono::nanoseconds{now.tv_nsec};
}

class WatchdogTest : public testing::Test {
 protected:
  ListeningSupervisor systemd_;
  EnvironmentVariable process_{"WATCHDOG_PID", std::to_string(getpid())};
  boost::asio::io_context loop_;
};

TEST_F(WatchdogTest, PingsAtHalfTheTimeThatSystemdGives) {
  const EnvironmentVariable time{"WATCHDOG_USEC", "20000"};
  const auto began = monotonic_now();
  const Watchdog watchdog{loop_.get_executor()};
  ASSERT_EQ(watchdog.interval(), milliseconds{10});
  EXPECT_EQ(systemd_.heard(), std::nullopt);
  loop_.run_one();
  EXPECT_EQ(systemd_.heard(), "WATCHDOG=1");
  EXPECT_GE(monotonic_now() - began, milliseconds{10});
  loop_.run_one();
  EXPECT_EQ(systemd_.heard(), "WATCHDOG=1");
  EXPECT_GE(monotonic_now() - began, milliseconds{20});
}

TEST_F(WatchdogTest, HasNothingToWaitForWhereSystemdAsksForNothing) {
  const EnvironmentVariable time{"WATCHDOG_USEC", std::nullopt};
  const Watchdog watchdog{loop_.get_executor()};
  EXPECT_EQ(watchdog.interval(), std::nullopt);
  EXPECT_EQ(loop_.run(), 0U);
}

TEST_F(WatchdogTest, LeavesAnotherProcessesWatchdogAlone) {
  const EnvironmentVariable time{"WATCHDOG_USEC", "20000"};
  const EnvironmentVariable another{"WATCHDOG_PID", "1"};
  EXPECT_EQ(Watchdog{loop_.get_executor()}.interval(), std::nullopt);
}

TEST_F(WatchdogTest, IsSilentAfterItsEnd) {
  const EnvironmentVariable time{"WATCHDOG_USEC", "2000"};
  {
    const Watchdog watchdog{loop_.get_executor()};
  }
  loop_.run();
  EXPECT_EQ(systemd_.heard(), std::nullopt);
}

}  // namespace
}  // namespace calmcalf
