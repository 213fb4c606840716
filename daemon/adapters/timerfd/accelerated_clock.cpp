// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/timerfd/accelerated_clock.hpp"

#include <algorithm>
#include <cstdint>
#include <ctime>
#include <stdexcept>

namespace calmcalf {
namespace {

constexpr Duration farthest = std::chrono::years{200};
constexpr int fastest = 1'000'000'000;
constexpr std::int64_t second = 1'000'000'000;  // in nanoseconds

std::chrono::nanoseconds monotonic_now() {
  timespec now{};
  clock_gettime(CLOCK_MONOTONIC, &now);
  return std::chrono::seconds{now.tv_sec} + std::chrono::nanoseconds{now.tv_nsec};
}

int checked(int speed) {
  if (speed < 1 || speed > fastest) throw std::invalid_argument{"a clock's speed is 1 to 1000000000"};
  return speed;
}

}  // namespace

AcceleratedClock::AcceleratedClock(Instant start, int speed)
    : start_{start}, speed_{checked(speed)}, started_{monotonic_now()} {}

// Whole seconds and the rest apart, here and below: their products with the speed stay within 64 bits.
Instant AcceleratedClock::now() const {
  const auto elapsed = (monotonic_now() - started_).count();
  return start_ + Duration{elapsed / second * speed_ + elapsed % second * speed_ / second};
}

std::chrono::nanoseconds AcceleratedClock::monotonic_at(Instant when) const {
  if (when < start_) return std::chrono::nanoseconds{0};
  const auto ahead = std::min(when - start_, farthest).count();
  const auto rest = ahead % speed_ * second;
  return started_ + std::chrono::nanoseconds{ahead / speed_ * second + (rest + speed_ - 1) / speed_};
}

}  // namespace calmcalf
