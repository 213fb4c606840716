// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/libnotify/session_bus.hpp"

#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <string>

#include "language/tr.hpp"

namespace calmcalf {
namespace {

[[noreturn]] void throw_no_bus(const std::string& reason) {
  throw std::runtime_error{
      tr("No session bus, so no popups can be shown ({}): start calmcalfd within your desktop "
         "session, as with `systemctl --user start calmcalf.service`",
         reason)};
}

/// Where GLib looks before it starts a bus of its own, on which there would be no notification server.
bool has_address() {
  const char* address = std::getenv("DBUS_SESSION_BUS_ADDRESS");
  if (address != nullptr && *address != '\0') return true;
  const char* folder = std::getenv("XDG_RUNTIME_DIR");
  std::error_code ignored;
  return folder != nullptr && std::filesystem::is_socket(std::filesystem::path{folder} / "bus", ignored);
}

}  // namespace

ObjectHandle<GDBusConnection> connect_to_session_bus() {
  if (!has_address()) throw_no_bus("DBUS_SESSION_BUS_ADDRESS is not set");
  GError* error = nullptr;
  ObjectHandle<GDBusConnection> bus{g_bus_get_sync(G_BUS_TYPE_SESSION, nullptr, &error)};
  if (!bus) throw_no_bus(ErrorHandle { error } -> message);
  g_dbus_connection_set_exit_on_close(bus.get(), FALSE);
  return bus;
}

}  // namespace calmcalf
