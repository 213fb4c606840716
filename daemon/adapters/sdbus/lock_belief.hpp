// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <chrono>
#include <functional>

#include <boost/asio/any_io_executor.hpp>

#include "loop/alarm.hpp"

namespace calmcalf {

/// Whether the screen is locked, going by what a session says (its LockedHint) and by what is asked of its locker (its
/// signals Lock and Unlock).
class LockBelief {
 public:
  /// How long a lock that no LockedHint confirms is believed in. Lockers such as swaylock set no hint and do not say
  /// when they are done: who believed them for ever would never remind again.
  static constexpr std::chrono::microseconds unconfirmed_for = std::chrono::minutes{5};

  /// `on_end` is told when such a lock is believed in no longer. It runs in the loop. Throws std::system_error.
  LockBelief(const boost::asio::any_io_executor& executor, Alarm::Callback on_end,
             std::chrono::microseconds patience = unconfirmed_for);
  LockBelief(const LockBelief&) = delete;
  LockBelief& operator=(const LockBelief&) = delete;
  ~LockBelief() = default;

  [[nodiscard]] bool locked() const { return confirmed_ || unconfirmed_; }

  /// The hint as it is. That it is set still, or is not yet, says nothing new.
  void hint(bool locked);
  void lock_requested();
  void unlock_requested();

  /// Nobody is there any more to say that it is over.
  void lose_touch();

  /// There is no session that could be locked, or it is another one.
  void forget();

 private:
  void believe_for_now();

  std::chrono::microseconds patience_;
  bool confirmed_ = false;
  bool unconfirmed_ = false;
  Alarm end_;
};

}  // namespace calmcalf
