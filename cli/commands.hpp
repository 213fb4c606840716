// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <vector>

#include "cli/command.hpp"

namespace calmcalf::cli {

/// The table of all commands, in the order in which help lists them. A new command is a file in cli/commands/ and its
/// row here.
[[nodiscard]] std::vector<Command> commands();

/// What may stand before or after every command.
[[nodiscard]] std::vector<Option> global_options();

}  // namespace calmcalf::cli
