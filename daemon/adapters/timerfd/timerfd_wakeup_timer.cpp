// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/timerfd/timerfd_wakeup_timer.hpp"

#include <algorithm>
#include <utility>

namespace calmcalf {
namespace {

/// A timer that is not armed is not told of changes of the clock, so one that waits for nothing waits for this.
constexpr Instant never = std::chrono::sys_days{std::chrono::year{2200} / 1 / 1};

}  // namespace

TimerfdWakeupTimer::TimerfdWakeupTimer(const boost::asio::any_io_executor& executor)
    : descriptor_{executor, CLOCK_REALTIME} {}

void TimerfdWakeupTimer::on_wakeup(Callback callback) {
  descriptor_.listen([this, callback = std::move(callback)](TimerDescriptor::Signal signal) {
    const bool reached = signal == TimerDescriptor::Signal::expired;
    if (reached) disarm();
    callback(reached ? Reason::reached : Reason::clock_changed);
  });
  disarm();
}

void TimerfdWakeupTimer::wake_at(Instant when) {
  descriptor_.arm(std::clamp(when, Instant{}, never).time_since_epoch());
}

void TimerfdWakeupTimer::disarm() {
  wake_at(never);
}

}  // namespace calmcalf
