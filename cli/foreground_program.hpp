// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <vector>

namespace calmcalf::cli {

/// Runs a program that has the terminal until it ends: interrupts are its own meanwhile. Returns its exit status; 128
/// and the signal's number where one ended it. Throws std::system_error where it cannot be started.
[[nodiscard]] int run_in_foreground(const std::vector<std::string>& words);

}  // namespace calmcalf::cli
