// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/inotify/settling.hpp"

#include <memory>
#include <optional>
#include <vector>

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "loop/loop.hpp"

namespace calmcalf {
namespace {

using namespace std::chrono_literals;
using Clock = Settling::Clock;

/// Things that happen one after the other, each some time after the last.
class Happenings {
 public:
  Happenings(boost::asio::io_context& loop, Clock::duration apart, int count, Settling& settling)
      : timer_{loop}, apart_{apart}, left_{count}, settling_{settling} {
    next();
  }

  [[nodiscard]] Clock::time_point first() const { return first_; }
  [[nodiscard]] Clock::time_point last() const { return last_; }
  [[nodiscard]] int left() const { return left_; }

 private:
  void next() {
    last_ = Clock::now();
    if (first_ == Clock::time_point{}) first_ = last_;
    settling_.note();
    if (--left_ == 0) return;
    timer_.expires_after(apart_);
    timer_.async_wait([this](boost::system::error_code error) {
      if (!error) next();
    });
  }

  boost::asio::steady_timer timer_;
  Clock::duration apart_;
  int left_;
  Settling& settling_;
  Clock::time_point first_;
  Clock::time_point last_;
};

class SettlingTest : public testing::Test {
 protected:
  boost::asio::io_context loop_;
  std::vector<Clock::time_point> told_;
};

TEST_F(SettlingTest, TellsOfManyThingsOnceTheyAreOver) {
  constexpr auto quiet = 40ms;
  constexpr int count = 20;
  std::optional<Happenings> happenings;
  std::vector<Clock::duration> quiet_for;
  Settling settling{loop_.get_executor(), {quiet, 1h}, [&] { quiet_for.push_back(Clock::now() - happenings->last()); }};
  happenings.emplace(loop_, 5ms, count, settling);
  turn_until(loop_, [&] { return happenings->left() == 0 && !settling.is_pending(); });
  // Once, unless the machine is so busy that nothing happens for 40 ms.
  EXPECT_THAT(quiet_for, testing::SizeIs(testing::AllOf(testing::Ge(1U), testing::Lt(std::size_t{count}))));
  EXPECT_THAT(quiet_for, testing::Each(testing::Ge(quiet)));
}

TEST_F(SettlingTest, TellsOfWhatNeverRestsAfterAWhileAllTheSame) {
  constexpr auto at_most = 30ms;
  Settling settling{loop_.get_executor(), {1h, at_most}, [&] {
                      told_.push_back(Clock::now());
                      loop_.stop();
                    }};
  const Happenings happenings{loop_, 5ms, 1'000'000, settling};
  loop_.run();
  ASSERT_EQ(told_.size(), 1U);
  EXPECT_GE(told_.front(), happenings.first() + at_most);
  EXPECT_GT(happenings.left(), 0);
}

TEST_F(SettlingTest, TellsAgainOfWhatHappensLater) {
  Settling settling{loop_.get_executor(), {1ms, 1h}, [&] { told_.push_back(Clock::now()); }};
  for (const std::size_t times : {1U, 2U}) {
    settling.note();
    turn_until(loop_, [&] { return !settling.is_pending(); });
    EXPECT_EQ(told_.size(), times);
  }
}

TEST_F(SettlingTest, TellsNothingOnceItHasGone) {
  auto settling = std::make_unique<Settling>(loop_.get_executor(), Settling::Times{1ms, 1h},
                                             [&] { told_.push_back(Clock::now()); });
  settling->note();
  settling.reset();
  loop_.run();
  EXPECT_TRUE(told_.empty());
}

TEST(SettlingTimes, AreLongEnoughForAnEditorAndShortForAPerson) {
  EXPECT_EQ(Settling::Times{}.quiet, 250ms);
  EXPECT_EQ(Settling::Times{}.at_most, 2s);
}

}  // namespace
}  // namespace calmcalf
