// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/timerfd/system_clock.hpp"

#include <gtest/gtest.h>

namespace calmcalf {
namespace {

TEST(SystemClock, IsNeverAheadOfTheMachineAndLessThanASecondBehindIt) {
  const SystemClock clock;
  const auto before = std::chrono::system_clock::now();
  const auto now = clock.now();
  EXPECT_LE(now, std::chrono::system_clock::now());
  EXPECT_GT(now, before - std::chrono::seconds{1});
}

}  // namespace
}  // namespace calmcalf
