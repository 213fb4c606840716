// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <memory>
#include <optional>
#include <string>

#include "cli/calendar_nights.hpp"
#include "cli/recorded.hpp"
#include "domain/moment.hpp"
#include "domain/statistics.hpp"
#include "ports/control.hpp"

namespace calmcalf::cli {

/// Nights from one to another, both included.
struct Period {
  Night first;
  Night last;

  [[nodiscard]] bool has(Night night) const { return first <= night && night <= last; }
};

/// What a report is made of.
struct ReportMaterial {
  /// `recorded` is what is known of the nights asked for; the routine in force is null and the evening at hand none
  /// where no schedule can be used.
  ReportMaterial(const Ledger& recorded, const NightRange& asked_for, std::shared_ptr<const Routine> routine_in_force,
                 std::optional<Tonight> evening_at_hand, Moment now);

  NightRange asked;
  std::shared_ptr<const Routine> routine;
  std::optional<Tonight> tonight;
  Moment written;
  Standing standing;
  Statistics statistics;
  CalendarNights nights;
  Period all;     ///< from the first night recorded to the last one that could be
  Period recent;  ///< its last twelve months, the one of its last night counted whole

  [[nodiscard]] bool is_empty() const { return statistics.nights == 0; }
  /// As the schedule or the catalogue calls it; else its id.
  [[nodiscard]] std::string title_of(const StepId& step) const;
};

}  // namespace calmcalf::cli
