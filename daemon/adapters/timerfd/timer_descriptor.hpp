// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <chrono>
#include <ctime>
#include <functional>
#include <memory>

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>

namespace calmcalf {

/// A timerfd in an event loop: absolute and one shot. Unlike Asio's own timers it wakes nobody in between, however far
/// away its time is. Throws std::system_error where the system refuses.
class TimerDescriptor {
 public:
  enum class Signal { expired, clock_was_set };
  using Callback = std::function<void(Signal)>;

  /// `clock` is CLOCK_REALTIME, whose being set ends the wait as clock_was_set, or CLOCK_MONOTONIC, which never is.
  TimerDescriptor(const boost::asio::any_io_executor& executor, clockid_t clock);
  TimerDescriptor(const TimerDescriptor&) = delete;
  TimerDescriptor& operator=(const TimerDescriptor&) = delete;
  ~TimerDescriptor() = default;

  /// Once. The callback runs in the loop and may destroy this; it never runs after that.
  void listen(Callback callback);

  /// `since_epoch` on the clock; what is past expires at the next turn of the loop. Replaces what was armed.
  void arm(std::chrono::nanoseconds since_epoch);

  /// A clock that is set goes untold, too.
  void disarm();

 private:
  void set(const itimerspec& setting);
  void wait();
  void take_signal();

  clockid_t clock_;
  boost::asio::posix::stream_descriptor descriptor_;
  std::shared_ptr<Callback> callback_;  ///< shared so that what is under way can tell that this has gone
};

}  // namespace calmcalf
