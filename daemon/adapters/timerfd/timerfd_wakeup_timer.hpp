// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include "adapters/timerfd/timer_descriptor.hpp"
#include "ports/wakeup_timer.hpp"

namespace calmcalf {

/// Wakes by the machine's wall clock. The kernel tells of a clock that was set and of a resume from suspend alike, and
/// a deadline that passed during suspend is told of only in this way.
class TimerfdWakeupTimer : public WakeupTimer {
 public:
  /// Throws std::system_error.
  explicit TimerfdWakeupTimer(const boost::asio::any_io_executor& executor);

  void on_wakeup(Callback callback) override;
  void wake_at(Instant when) override;
  void disarm() override;

 private:
  TimerDescriptor descriptor_;
};

}  // namespace calmcalf
