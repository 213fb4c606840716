// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <filesystem>
#include <string>

#include "domain/moment.hpp"

namespace calmcalf {

inline constexpr int nights_in_four_years = 1461;

/// How benchmarks spread the steps of a schedule that they make.
enum class Spread {
  over_the_evening,  ///< from four hours before bedtime, at 22:30, on
  at_one_instant,    ///< 22:00
};

/// A schedule of so many steps, as somebody could have written it.
[[nodiscard]] std::string sized_schedule(int steps, Spread spread);

/// The schedule that generated histories are of.
[[nodiscard]] std::string generated_schedule();

void write_text(const std::filesystem::path& file, const std::string& text);

/// When benchmarks take place: some hours before the evening, in Berlin.
inline Instant benchmark_now() {
  return parse_moment("2026-11-23T17:00:00+01:00").value().at;
}

}  // namespace calmcalf
