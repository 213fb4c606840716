// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <system_error>

#include "adapters/process/command_run.hpp"

namespace calmcalf {

/// What the log says of a run, and what to do; none where all went well.
[[nodiscard]] std::optional<std::string> complaint(const Command& command, const Ending& ending,
                                                   const CommandRun::Times& times);

/// The same of a program that could not be started.
[[nodiscard]] std::string complaint(const Command& command, const std::error_code& error);

}  // namespace calmcalf
