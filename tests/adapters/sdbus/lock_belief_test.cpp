// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/sdbus/lock_belief.hpp"

#include <boost/asio/io_context.hpp>
#include <gtest/gtest.h>

#include "loop/loop.hpp"

namespace calmcalf {
namespace {

using std::chrono::milliseconds;

class LockBeliefTest : public testing::Test {
 protected:
  void turn_until_ended() {
    turn_until(loop_, [&] { return ends_ > 0; });
  }

  boost::asio::io_context loop_;
  int ends_ = 0;
  LockBelief belief_{loop_.get_executor(), [this] { ++ends_; }, milliseconds{10}};
};

TEST_F(LockBeliefTest, ScreensAreUnlockedUntilSomethingSaysOtherwise) {
  EXPECT_FALSE(belief_.locked());
}

TEST_F(LockBeliefTest, TheHintIsBelievedWithoutLimit) {
  belief_.hint(true);
  EXPECT_TRUE(belief_.locked());
  EXPECT_EQ(timers_set(), 0);
  belief_.hint(false);
  EXPECT_FALSE(belief_.locked());
}

TEST_F(LockBeliefTest, ALockThatNoHintConfirmsEndsByItself) {
  belief_.lock_requested();
  EXPECT_TRUE(belief_.locked());
  turn_until_ended();
  EXPECT_FALSE(belief_.locked());
  EXPECT_EQ(timers_set(), 0);
}

TEST_F(LockBeliefTest, ALockThatTheHintConfirmsDoesNotEndByItself) {
  belief_.lock_requested();
  belief_.hint(true);
  EXPECT_TRUE(belief_.locked());
  EXPECT_EQ(timers_set(), 0);
}

TEST_F(LockBeliefTest, ALockIsNotOverBecauseTheHintIsNotSetYet) {
  belief_.lock_requested();
  belief_.hint(false);
  EXPECT_TRUE(belief_.locked());
}

TEST_F(LockBeliefTest, AnUnlockEndsEitherKindOfLock) {
  belief_.lock_requested();
  belief_.unlock_requested();
  EXPECT_FALSE(belief_.locked());
  EXPECT_EQ(timers_set(), 0);
  belief_.hint(true);
  belief_.unlock_requested();
  EXPECT_FALSE(belief_.locked());
}

TEST_F(LockBeliefTest, AHintThatStaysSetAfterAnUnlockIsBelievedAgain) {
  belief_.hint(true);
  belief_.unlock_requested();
  belief_.hint(true);
  EXPECT_TRUE(belief_.locked());
}

TEST_F(LockBeliefTest, AnotherRequestToLockAScreenThatIsLockedChangesNothing) {
  belief_.hint(true);
  belief_.lock_requested();
  EXPECT_EQ(timers_set(), 0);
  belief_.hint(false);
  EXPECT_FALSE(belief_.locked());
}

TEST_F(LockBeliefTest, ALockEndsByItselfOnceNobodyIsThereToSayThatItIsOver) {
  belief_.hint(true);
  belief_.lose_touch();
  EXPECT_TRUE(belief_.locked());
  turn_until_ended();
  EXPECT_FALSE(belief_.locked());
}

TEST_F(LockBeliefTest, LosingTouchLocksNothing) {
  belief_.lose_touch();
  EXPECT_FALSE(belief_.locked());
  EXPECT_EQ(timers_set(), 0);
}

TEST_F(LockBeliefTest, AnotherSessionIsNotLocked) {
  belief_.lock_requested();
  belief_.forget();
  EXPECT_FALSE(belief_.locked());
  EXPECT_EQ(timers_set(), 0);
}

TEST_F(LockBeliefTest, AnUnconfirmedLockLastsLongEnoughForALockerToStartAndNoEvening) {
  EXPECT_GE(LockBelief::unconfirmed_for, std::chrono::minutes{1});
  EXPECT_LE(LockBelief::unconfirmed_for, std::chrono::minutes{5});
}

}  // namespace
}  // namespace calmcalf
