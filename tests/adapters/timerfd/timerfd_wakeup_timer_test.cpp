// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/timerfd/timerfd_wakeup_timer.hpp"

#include <chrono>
#include <memory>

#include <boost/asio/io_context.hpp>
#include <gtest/gtest.h>

#include "adapters/timerfd/system_clock.hpp"

// That a clock which is set is told of cannot be tested here: it would set the clock of the machine that runs the
// tests.

namespace calmcalf {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;
using Reason = WakeupTimer::Reason;

class TimerfdWakeupTimerTest : public testing::Test {
 protected:
  void SetUp() override {
    timer_->on_wakeup([this](Reason reason) {
      ++wakeups_;
      EXPECT_EQ(reason, Reason::reached);
      loop_.stop();
    });
  }

  /// Long enough for a wakeup that should not be to show.
  void run_briefly() {
    loop_.restart();
    loop_.run_for(milliseconds{20});
  }

  SystemClock clock_;
  boost::asio::io_context loop_;
  std::unique_ptr<TimerfdWakeupTimer> timer_ = std::make_unique<TimerfdWakeupTimer>(loop_.get_executor());
  int wakeups_ = 0;
};

TEST_F(TimerfdWakeupTimerTest, WakesForThePastAtTheNextTurnOfTheLoopAndNotFromWithinTheCall) {
  for (const Instant past :
       {clock_.now(), clock_.now() - std::chrono::hours{1}, Instant{}, Instant{} - seconds{1}, Instant::min()}) {
    wakeups_ = 0;
    timer_->wake_at(past);
    EXPECT_EQ(wakeups_, 0);
    loop_.restart();
    loop_.run();
    EXPECT_EQ(wakeups_, 1);
  }
}

TEST_F(TimerfdWakeupTimerTest, WakesOnceForEachArming) {
  timer_->wake_at(clock_.now());
  loop_.run();
  run_briefly();
  EXPECT_EQ(wakeups_, 1);
}

TEST_F(TimerfdWakeupTimerTest, ForgetsTheEarlierInstantWhenArmedAnew) {
  timer_->wake_at(clock_.now());
  timer_->wake_at(clock_.now() + std::chrono::hours{1});
  run_briefly();
  EXPECT_EQ(wakeups_, 0);
}

TEST_F(TimerfdWakeupTimerTest, StaysSilentOnceDisarmed) {
  timer_->wake_at(clock_.now());
  timer_->disarm();
  run_briefly();
  EXPECT_EQ(wakeups_, 0);
}

TEST_F(TimerfdWakeupTimerTest, CanBeArmedForTheEndOfTime) {
  timer_->wake_at(Instant::max());
  run_briefly();
  EXPECT_EQ(wakeups_, 0);
}

TEST_F(TimerfdWakeupTimerTest, CanBeArmedAgainFromItsOwnWakeup) {
  TimerfdWakeupTimer timer{loop_.get_executor()};
  int left = 3;
  timer.on_wakeup([&](Reason) {
    if (--left == 0) return loop_.stop();
    timer.wake_at(clock_.now());
  });
  timer.wake_at(clock_.now());
  loop_.run();
  EXPECT_EQ(left, 0);
}

TEST_F(TimerfdWakeupTimerTest, IsSilentAfterItsEndEvenWhenItWasAlreadyDue) {
  auto other = std::make_unique<TimerfdWakeupTimer>(loop_.get_executor());
  timer_ = std::make_unique<TimerfdWakeupTimer>(loop_.get_executor());
  timer_->on_wakeup([&](Reason) { ++wakeups_, other.reset(); });
  other->on_wakeup([&](Reason) { ++wakeups_, timer_.reset(); });
  timer_->wake_at(clock_.now());
  other->wake_at(clock_.now());
  run_briefly();
  EXPECT_EQ(wakeups_, 1);
}

}  // namespace
}  // namespace calmcalf
