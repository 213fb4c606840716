// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <string>

#include "cli/bus.hpp"

namespace calmcalf::cli {

/// A property of a unit of the user's systemd, such as ActiveState; empty where there is no systemd. Throws
/// std::system_error where the bus is lost.
[[nodiscard]] std::string user_unit_property(Bus& bus, const std::string& unit, const std::string& property);

/// Such a session starts the user's units itself: those that are enabled, and only those. Throws as above.
[[nodiscard]] bool has_graphical_session_target(Bus& bus);

}  // namespace calmcalf::cli
