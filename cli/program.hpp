// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <span>
#include <string>

#include "cli/exit_status.hpp"
#include "cli/surroundings.hpp"

namespace calmcalf::cli {

/// The whole program: does what `arguments`, without the program's own name, ask for. What goes wrong is told on
/// `complaints`; nothing is thrown but for a lack of memory.
[[nodiscard]] ExitStatus run_program(std::span<const std::string> arguments, Surroundings& surroundings);

}  // namespace calmcalf::cli
