// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "loop/alarm.hpp"

#include <memory>

#include <boost/asio/io_context.hpp>
#include <gtest/gtest.h>

#include "loop/loop.hpp"

namespace calmcalf {
namespace {

using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

class AlarmTest : public testing::Test {
 protected:
  void turn_until_rung(int times) {
    turn_until(loop_, [&] { return rings_ >= times; });
  }

  boost::asio::io_context loop_;
  int rings_ = 0;
  Alarm alarm_{loop_.get_executor(), [this] { ++rings_; }};
};

TEST_F(AlarmTest, RingsOnceWhenItsTimeHasCome) {
  const auto time = steady_clock::now() + milliseconds{20};
  alarm_.ring_at(time);
  turn_until_rung(1);
  EXPECT_GE(steady_clock::now(), time);
  EXPECT_EQ(timers_set(), 0);
}

TEST_F(AlarmTest, RingsAtTheNextTurnForATimeThatIsPast) {
  alarm_.ring_at({});
  EXPECT_EQ(rings_, 0);
  turn_until_rung(1);
}

TEST_F(AlarmTest, ForgetsWhatWasSetBefore) {
  alarm_.ring_after(hours{1});
  EXPECT_EQ(timers_set(), 1);
  alarm_.ring_after(milliseconds{1});
  turn_until_rung(1);
  EXPECT_EQ(timers_set(), 0);
}

TEST_F(AlarmTest, DoesNotRingOnceSilenced) {
  alarm_.ring_at({});
  alarm_.silence();
  loop_.poll();
  EXPECT_EQ(rings_, 0);
  EXPECT_EQ(timers_set(), 0);
}

TEST_F(AlarmTest, DoesNotRingWhenSetToLaterJustAfterItsTime) {
  alarm_.ring_at({});
  alarm_.ring_after(hours{1});
  loop_.poll();
  EXPECT_EQ(rings_, 0);
}

TEST_F(AlarmTest, MayBeSetAgainWhileItRings) {
  Alarm* self = nullptr;
  int rings = 0;
  Alarm again{loop_.get_executor(), [&] {
                if (++rings < 3) self->ring_at({});
              }};
  self = &again;
  again.ring_at({});
  turn_until(loop_, [&] { return rings == 3; });
  EXPECT_EQ(timers_set(), 0);
}

TEST_F(AlarmTest, MayBeDestroyedWhileItRings) {
  std::unique_ptr<Alarm> alarm;
  bool rang = false;
  alarm = std::make_unique<Alarm>(loop_.get_executor(), [&] {
    alarm.reset();
    rang = true;
  });
  alarm->ring_at({});
  turn_until(loop_, [&] { return rang; });
  EXPECT_EQ(loop_.poll(), 1U);  // the wait that its end cut short
}

}  // namespace
}  // namespace calmcalf
