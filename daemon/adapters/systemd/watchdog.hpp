// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <chrono>
#include <optional>

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>

namespace calmcalf {

/// Tells systemd twice in each WatchdogSec= that the event loop still turns. Where systemd asks for nothing there is no
/// timer and no wakeup. Counts as systemd does, which is not while the machine sleeps.
class Watchdog {
 public:
  /// Throws std::system_error where the system has no timer to give.
  explicit Watchdog(const boost::asio::any_io_executor& executor);
  Watchdog(const Watchdog&) = delete;
  Watchdog& operator=(const Watchdog&) = delete;
  ~Watchdog() = default;

  /// How often; none where nobody asks.
  [[nodiscard]] std::optional<std::chrono::microseconds> interval() const { return interval_; }

 private:
  void wait();

  std::optional<std::chrono::microseconds> interval_;
  std::optional<boost::asio::posix::stream_descriptor> timer_;
};

}  // namespace calmcalf
