// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <span>
#include <string>

#include "cli/command.hpp"

namespace calmcalf::cli {

/// What `calmcalf --help` prints.
[[nodiscard]] std::string help_for_all(std::span<const Command> commands, std::span<const Option> global_options);

/// What `calmcalf COMMAND --help` prints.
[[nodiscard]] std::string help_for(const Command& command, std::span<const Option> global_options);

}  // namespace calmcalf::cli
