// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <span>
#include <string>

#include "cli/invocation.hpp"

namespace calmcalf::cli {

/// Takes a command line apart, the program's own name left out. Global options may stand anywhere, a command's own
/// after it; of an option that is given twice the last counts. Throws UsageError. `commands` must outlive the result.
[[nodiscard]] Invocation read_command_line(std::span<const std::string> arguments, std::span<const Command> commands,
                                           std::span<const Option> global_options);

}  // namespace calmcalf::cli
