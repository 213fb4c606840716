// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/timerfd/accelerated_wakeup_timer.hpp"

#include <utility>

namespace calmcalf {

AcceleratedWakeupTimer::AcceleratedWakeupTimer(const boost::asio::any_io_executor& executor,
                                               const AcceleratedClock& clock)
    : clock_{clock}, descriptor_{executor, CLOCK_MONOTONIC} {}

void AcceleratedWakeupTimer::on_wakeup(Callback callback) {
  descriptor_.listen([callback = std::move(callback)](TimerDescriptor::Signal) { callback(Reason::reached); });
}

void AcceleratedWakeupTimer::wake_at(Instant when) {
  descriptor_.arm(clock_.monotonic_at(when));
}

void AcceleratedWakeupTimer::disarm() {
  descriptor_.disarm();
}

}  // namespace calmcalf
