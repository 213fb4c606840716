// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include "adapters/timerfd/accelerated_clock.hpp"
#include "adapters/timerfd/timer_descriptor.hpp"
#include "ports/wakeup_timer.hpp"

namespace calmcalf {

/// Wakes by an AcceleratedClock, which has to outlive it. That clock is never set, so it never says so.
class AcceleratedWakeupTimer : public WakeupTimer {
 public:
  /// Throws std::system_error.
  AcceleratedWakeupTimer(const boost::asio::any_io_executor& executor, const AcceleratedClock& clock);

  void on_wakeup(Callback callback) override;
  void wake_at(Instant when) override;
  void disarm() override;

 private:
  const AcceleratedClock& clock_;
  TimerDescriptor descriptor_;
};

}  // namespace calmcalf
