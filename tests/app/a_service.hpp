// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <algorithm>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "adapters/simulated/memory_history.hpp"
#include "adapters/simulated/simulated_clock.hpp"
#include "adapters/simulated/simulated_desktop.hpp"
#include "app/given_parts.hpp"
#include "app/reminder_service.hpp"
#include "domain/iso8601.hpp"
#include "routine_samples.hpp"

namespace calmcalf {

/// The service among simulated parts, on the 23rd of November in UTC.
class AService : public testing::Test {
 protected:
  static constexpr auto water_popup = "step/water/2026-11-23/1";
  static constexpr auto stretch_popup = "step/calf-stretch/2026-11-23/1";

  void start(std::string_view local) {
    clock_.set(at(local));
    start();
  }

  void start() {
    service_ =
        std::make_unique<ReminderService>(ServiceParts{clock_, timer_, desktop_, history_, zones_, schedule_, log_});
    service_->observe([this](const Happening& happening) { told_.emplace_back(name_of(happening.kind)); });
    service_->start();
    settle();
  }

  void kill() {
    service_.reset();
    timer_.disarm();
    desktop_.disconnect();
  }

  void run_until(std::string_view local) {
    const auto until = at(local);
    while (timer_.deadline() && *timer_.deadline() <= until) {
      clock_.set(std::max(*timer_.deadline(), clock_.now()));
      timer_.reach_deadline();
      settle();
    }
    clock_.set(until);
  }

  void settle() {
    while (desktop_.deliver()) {
    }
  }

  void press(const std::string& popup, const std::string& action) {
    desktop_.press(popup, action);
    settle();
  }

  [[nodiscard]] State state_of(std::string_view step) const {
    for (const auto& line : service_->evening().status(clock_.now()).steps)
      if (line.id.step.text == step) return line.state;
    throw std::out_of_range{"no such step"};
  }

  [[nodiscard]] std::vector<std::string> on_screen() const {
    std::vector<std::string> keys;
    for (const auto& [key, notice] : desktop_.screen()) keys.push_back(key);
    return keys;
  }

  [[nodiscard]] std::vector<std::string> buttons(const std::string& popup) const {
    std::vector<std::string> labels;
    for (const auto& action : desktop_.screen().at(popup).actions) labels.push_back(action.label);
    return labels;
  }

  static HistoryError full_disk() { return {HistoryError::Kind::full, "history.db: the disk is full; make room."}; }

  SimulatedClock clock_;
  SimulatedTimer timer_;
  SimulatedDesktop desktop_{clock_};
  MemoryHistory history_;
  FixedZones zones_;
  GivenSchedule schedule_;
  RememberingLog log_;
  std::vector<std::string> told_;
  std::unique_ptr<ReminderService> service_;
};

}  // namespace calmcalf
