// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "cli/invocation.hpp"
#include "cli/surroundings.hpp"
#include "domain/schedule.hpp"
#include "ports/schedule_source.hpp"

namespace calmcalf::cli {

/// The file that --schedule names, or the usual one.
[[nodiscard]] std::filesystem::path schedule_file(const Invocation& invocation, const Surroundings& surroundings);

[[nodiscard]] Reading read_schedule(const std::filesystem::path& file, const Zones& zones);

/// The routine of the file that was given, or of the usual one; of that, a mistake leaves the last good one in force.
/// Null where nothing can be read.
[[nodiscard]] std::shared_ptr<const Routine> routine_in_force(const std::optional<std::string>& given,
                                                              const Surroundings& surroundings);

/// The schedule, laid over the zone that it names or the system's. Throws Failure, which lists its mistakes, where it
/// cannot be used.
[[nodiscard]] Schedule usable_schedule(const Invocation& invocation, const Surroundings& surroundings);

}  // namespace calmcalf::cli
