// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/user_unit.hpp"

namespace calmcalf::cli {
namespace {

const BusObject unit_manager{"org.freedesktop.systemd1", "/org/freedesktop/systemd1",
                             "org.freedesktop.systemd1.Manager"};

}  // namespace

std::string user_unit_property(Bus& bus, const std::string& unit, const std::string& property) {
  try {
    const auto path = bus.call(unit_manager, "LoadUnit", {unit}).at(0).get<std::string>();
    return bus.property({unit_manager.name, path, "org.freedesktop.systemd1.Unit"}, property).get<std::string>();
  } catch (const BusCallError&) {
    return {};
  }
}

bool has_graphical_session_target(Bus& bus) {
  const auto state = user_unit_property(bus, "graphical-session.target", "ActiveState");
  return !state.empty() && state != "inactive";
}

}  // namespace calmcalf::cli
