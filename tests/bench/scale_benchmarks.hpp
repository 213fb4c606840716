// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once

namespace calmcalf {

// Each adds its benchmarks to Google Benchmark's. An assertion that fails in one is a std::runtime_error.
void add_schedule_benchmarks();
void add_history_benchmarks();

}  // namespace calmcalf
