// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "fixed_zone.hpp"
#include "ports/log.hpp"
#include "ports/schedule_source.hpp"
#include "ports/zones.hpp"
#include "routine_samples.hpp"

namespace calmcalf {

/// Wherever one is, and no zone that a schedule could name but "Home".
struct FixedZones : Zones {
  [[nodiscard]] std::shared_ptr<const Zone> find(const std::string& name) const override {
    return name == "Home" ? home : nullptr;
  }
  [[nodiscard]] std::shared_ptr<const Zone> system() const override { return here; }

  std::shared_ptr<const Zone> here = utc();
  std::shared_ptr<const Zone> home = utc();
};

struct GivenSchedule : ScheduleSource {
  [[nodiscard]] Reading read() override { return reading; }
  [[nodiscard]] Reading last_good() override { return good; }

  Reading reading{shared(plain_routine()), {}};
  Reading good;
};

struct RememberingLog : Log {
  [[nodiscard]] bool writes(Level /*level*/) const noexcept override { return true; }
  void write(Level level, std::string_view text) noexcept override {
    if (level <= Level::warning) complaints.emplace_back(text);
  }

  std::vector<std::string> complaints;
};

}  // namespace calmcalf
