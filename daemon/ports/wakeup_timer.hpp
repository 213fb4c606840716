// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <functional>

#include "domain/instant.hpp"

namespace calmcalf {

/// Wakes the service at a wall-clock instant, or at once when the clock stops meaning what it meant: it was set, or
/// the machine slept. One instant at a time; arming again replaces it.
class WakeupTimer {
 public:
  enum class Reason { reached, clock_changed };
  using Callback = std::function<void(Reason)>;

  WakeupTimer() = default;
  WakeupTimer(const WakeupTimer&) = delete;
  WakeupTimer& operator=(const WakeupTimer&) = delete;
  virtual ~WakeupTimer() = default;

  /// Must be called once, before the timer is armed.
  virtual void on_wakeup(Callback callback) = 0;

  /// `when` in the past fires at the next turn of the loop, never from within this call. A disarmed timer still tells
  /// of a changed clock. Throws std::system_error where the system has no timer to give.
  virtual void wake_at(Instant when) = 0;
  virtual void disarm() = 0;
};

}  // namespace calmcalf
