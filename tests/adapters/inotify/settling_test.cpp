// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/inotify/settling.hpp"

#include <memory>
#include <vector>

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <gtest/gtest.h>

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
  Settling settling{loop_.get_executor(), {quiet, 1h}, [&] { told_.push_back(Clock::now()); }};
  const Happenings happenings{loop_, 5ms, 20, settling};
  loop_.run();  // until no timer is pending
  ASSERT_EQ(told_.size(), 1U);
  EXPECT_GE(told_.front(), happenings.last() + quiet);
  EXPECT_EQ(happenings.left(), 0);
  EXPECT_FALSE(settling.is_pending());
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
    loop_.restart();
    loop_.run();
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
