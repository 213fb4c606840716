// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <chrono>
#include <functional>
#include <optional>

#include <boost/asio/any_io_executor.hpp>

#include "loop/alarm.hpp"

namespace calmcalf {

/// Tells of several things that happen soon after each other as of one, once they are over.
class Settling {
 public:
  using Clock = std::chrono::steady_clock;

  struct Times {
    Clock::duration quiet = std::chrono::milliseconds{250};  ///< so long nothing must happen
    Clock::duration at_most = std::chrono::seconds{2};       ///< but so long after the first thing it is told of anyway
  };

  /// The callback runs in the loop and must not destroy this. Throws std::system_error.
  Settling(const boost::asio::any_io_executor& executor, const Times& times, std::function<void()> on_settled);
  Settling(const Settling&) = delete;
  Settling& operator=(const Settling&) = delete;
  ~Settling() = default;

  /// Something happened.
  void note();

  [[nodiscard]] bool is_pending() const { return at_the_latest_.has_value(); }

 private:
  Times times_;
  std::optional<Clock::time_point> at_the_latest_;  ///< none while nothing happens
  Alarm alarm_;
};

}  // namespace calmcalf
