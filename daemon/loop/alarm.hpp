// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <chrono>
#include <functional>
#include <memory>

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>

namespace calmcalf {

/// Rings once, at a time of the clock that is never set and stands still while the machine sleeps. Silent, it wakes
/// nobody; one timer of Asio's, once used, wakes the loop every 300 s for as long as that runs.
class Alarm {
 public:
  using Callback = std::function<void()>;
  using Time = std::chrono::steady_clock::time_point;

  /// The callback runs in the loop and may destroy this; it never runs after that. Throws std::system_error.
  Alarm(const boost::asio::any_io_executor& executor, Callback callback);
  Alarm(const Alarm&) = delete;
  Alarm& operator=(const Alarm&) = delete;
  ~Alarm() = default;

  /// What is past rings at the next turn of the loop. Replaces what was set. Throws std::system_error.
  void ring_at(Time time);
  void ring_after(std::chrono::microseconds duration) { ring_at(std::chrono::steady_clock::now() + duration); }
  void silence();

 private:
  void set(std::chrono::nanoseconds since_epoch);
  void wait();
  void take_ring();

  boost::asio::posix::stream_descriptor timer_;
  std::shared_ptr<Callback> callback_;  ///< shared so that what is under way can tell that this has gone
};

}  // namespace calmcalf
