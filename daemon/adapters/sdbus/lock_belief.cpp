// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/sdbus/lock_belief.hpp"

#include <utility>

namespace calmcalf {

LockBelief::LockBelief(const boost::asio::any_io_executor& executor, Alarm::Callback on_end,
                       std::chrono::microseconds patience)
    : patience_{patience}, end_{executor, [this, on_end = std::move(on_end)] {
                                  unconfirmed_ = false;
                                  on_end();
                                }} {}

void LockBelief::hint(bool locked) {
  if (locked == confirmed_) return;
  forget();
  confirmed_ = locked;
}

void LockBelief::lock_requested() {
  if (!confirmed_) believe_for_now();
}

void LockBelief::unlock_requested() {
  forget();
}

void LockBelief::lose_touch() {
  if (std::exchange(confirmed_, false)) believe_for_now();
}

void LockBelief::forget() {
  confirmed_ = false;
  unconfirmed_ = false;
  end_.silence();
}

void LockBelief::believe_for_now() {
  unconfirmed_ = true;
  end_.ring_after(patience_);
}

}  // namespace calmcalf
