// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "adapters/simulated/simulated_clock.hpp"
#include "adapters/xdg/file_places.hpp"

namespace calmcalf {

/// The command `calmcalf` within this process, reading and writing below a folder. What it prints goes nowhere.
class BenchProgram {
 public:
  explicit BenchProgram(const std::filesystem::path& folder);

  /// Throws std::runtime_error where its exit status is not 0.
  void run(const std::vector<std::string>& arguments) const;

 private:
  FilePlaces places_;
  SimulatedClock clock_;
};

}  // namespace calmcalf
