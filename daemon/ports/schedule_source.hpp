// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <memory>

#include "domain/mistake.hpp"
#include "domain/routine.hpp"

namespace calmcalf {

/// A schedule as read: usable, or with at least one error among its mistakes. Cautions may accompany a usable one.
struct Reading {
  std::shared_ptr<const Routine> routine;  ///< null: not usable
  Mistakes mistakes;
};

/// Where the schedule comes from.
class ScheduleSource {
 public:
  ScheduleSource() = default;
  ScheduleSource(const ScheduleSource&) = delete;
  ScheduleSource& operator=(const ScheduleSource&) = delete;
  virtual ~ScheduleSource() = default;

  /// Reads it anew. What is wrong, a missing file included, is among the mistakes; never throws for it. A usable
  /// schedule is kept as the last good one.
  [[nodiscard]] virtual Reading read() = 0;

  /// The schedule that read() found usable last, in this run or an earlier one; without a routine where there never was
  /// one.
  [[nodiscard]] virtual Reading last_good() = 0;
};

}  // namespace calmcalf
