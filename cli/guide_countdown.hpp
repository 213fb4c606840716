// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <string>

#include "cli/service.hpp"
#include "cli/surroundings.hpp"

namespace calmcalf::cli {

/// Follows the guided step under way on the terminal, second by second, until it is over. Enter pauses it and goes on;
/// Ctrl+C stops it. Throws Failure where the service goes.
void count_down(Service& service, Surroundings& surroundings);

/// A line of it at `now`: "Hold, left leg      7 s   round 1 of 3".
[[nodiscard]] std::string countdown_line(const Service::Json& guide, Instant now);

}  // namespace calmcalf::cli
