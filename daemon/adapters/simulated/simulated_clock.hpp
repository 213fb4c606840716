// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <utility>

#include "ports/clock.hpp"
#include "ports/wakeup_timer.hpp"

namespace calmcalf {

/// A clock that stands until it is moved.
class SimulatedClock : public Clock {
 public:
  [[nodiscard]] Instant now() const override { return now_; }
  void set(Instant now) { now_ = now; }

 private:
  Instant now_{};
};

/// A timer that fires when it is told to.
class SimulatedTimer : public WakeupTimer {
 public:
  void on_wakeup(Callback callback) override { callback_ = std::move(callback); }
  void wake_at(Instant when) override { deadline_ = when; }
  void disarm() override { deadline_.reset(); }

  [[nodiscard]] std::optional<Instant> deadline() const { return deadline_; }
  void reach_deadline() {
    deadline_.reset();
    callback_(Reason::reached);
  }
  void change_clock() { callback_(Reason::clock_changed); }

 private:
  Callback callback_;
  std::optional<Instant> deadline_;
};

}  // namespace calmcalf
