// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <string>

#include "adapters/sdbus/bus_connection.hpp"

namespace calmcalf::logind {

constexpr const char* name = "org.freedesktop.login1";
constexpr const char* path = "/org/freedesktop/login1";
constexpr const char* manager = "org.freedesktop.login1.Manager";
constexpr const char* session = "org.freedesktop.login1.Session";
constexpr const char* user = "org.freedesktop.login1.User";
constexpr const char* properties = "org.freedesktop.DBus.Properties";

inline BusMethod of_manager(const char* member) {
  return {name, path, manager, member};
}

inline BusMethod of_properties(const std::string& object, const char* member) {
  return {name, object, properties, member};
}

}  // namespace calmcalf::logind
