// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <chrono>

#include "ports/clock.hpp"

namespace calmcalf {

/// A clock for rehearsals: it starts where it is told and runs `speed` times as fast as real time. It stands still
/// while the machine sleeps, and nobody can set it.
class AcceleratedClock : public Clock {
 public:
  /// `speed` is 1 to a thousand million; anything else throws std::invalid_argument.
  AcceleratedClock(Instant start, int speed);

  [[nodiscard]] Instant now() const override;

  /// When this clock reaches `when`, on CLOCK_MONOTONIC: the first nanosecond at which now() is not before it. Zero
  /// where that was before the clock started.
  [[nodiscard]] std::chrono::nanoseconds monotonic_at(Instant when) const;

 private:
  Instant start_;
  int speed_;
  std::chrono::nanoseconds started_;
};

}  // namespace calmcalf
