// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "cli/report/material.hpp"
#include "domain/statistics.hpp"

namespace calmcalf::cli {

/// A cramp of the diary, with its night.
struct DatedCramp {
  Night night;
  const Cramp* cramp = nullptr;  ///< never null
};

/// In order of the nights, then of recording. They point into `material`.
[[nodiscard]] std::vector<DatedCramp> cramps_of(const ReportMaterial& material, const Period& period);

/// Numbers in order, with what a doctor asks of them.
struct Spread {
  int number = 0;  ///< how many there are
  int least = 0;
  double median = 0;
  int most = 0;
};

/// None where there are no values.
[[nodiscard]] std::optional<Spread> spread_of(std::vector<int> values);

/// Cramps, counted by all that the diary knows of them.
struct CrampFigures : CrampStatistics {
  std::array<int, 24> hours{};   ///< by the hour on the clock
  int with_time = 0;             ///< the others were some time during the night
  std::array<int, 3> sides{};    ///< by CrampSide
  std::array<int, 5> muscles{};  ///< by Muscle
  std::optional<Spread> severity;
  std::optional<Spread> minutes;
  int woke = 0;
  std::array<int, 6> triggers{};  ///< by Trigger
  std::array<int, 7> reliefs{};   ///< by Relief
};

[[nodiscard]] CrampFigures cramp_figures(const ReportMaterial& material, const Period& period);

/// A week from Monday on.
struct CrampWeek {
  Night monday;
  int cramps = 0;
  int nights_known = 0;
};

/// Quarters of a year: thirteen weeks each, as many as reach back to the period's first night, four at most. The last
/// week is that of its last night.
[[nodiscard]] std::vector<std::vector<CrampWeek>> cramp_quarters(const CalendarNights& nights, const Period& period);

/// The hours of a night, in its order: from 21 to 6, and as many more around them as have cramps.
[[nodiscard]] std::vector<int> hours_to_show(const std::array<int, 24>& hours);

/// Those hours that no other has more cramps than, in the order of a night.
[[nodiscard]] std::vector<int> typical_hours(const std::array<int, 24>& hours);

}  // namespace calmcalf::cli
