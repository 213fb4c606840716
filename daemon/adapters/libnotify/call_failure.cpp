// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/libnotify/call_failure.hpp"

#include <string_view>

namespace calmcalf {
namespace {

bool is_too_soon(const GError& error) {
  const TextHandle name{g_dbus_error_get_remote_error(&error)};
  return name && std::string_view{name.get()} == "org.freedesktop.Notifications.Error.ExcessNotificationGeneration";
}

CallFailure::Why why_of_bus_error(int code) {
  switch (code) {
    case G_DBUS_ERROR_SERVICE_UNKNOWN:
    case G_DBUS_ERROR_NAME_HAS_NO_OWNER:
    case G_DBUS_ERROR_TIMED_OUT:  // the bus, waiting for a server that it started
    case G_DBUS_ERROR_TIMEOUT:
    case G_DBUS_ERROR_DISCONNECTED:
    case G_DBUS_ERROR_SPAWN_EXEC_FAILED:
    case G_DBUS_ERROR_SPAWN_FORK_FAILED:
    case G_DBUS_ERROR_SPAWN_CHILD_EXITED:
    case G_DBUS_ERROR_SPAWN_CHILD_SIGNALED:
    case G_DBUS_ERROR_SPAWN_FAILED:
    case G_DBUS_ERROR_SPAWN_SETUP_FAILED:
    case G_DBUS_ERROR_SPAWN_CONFIG_INVALID:
    case G_DBUS_ERROR_SPAWN_SERVICE_INVALID:
    case G_DBUS_ERROR_SPAWN_SERVICE_NOT_FOUND:
    case G_DBUS_ERROR_SPAWN_PERMISSIONS_INVALID:
    case G_DBUS_ERROR_SPAWN_FILE_INVALID:
    case G_DBUS_ERROR_SPAWN_NO_MEMORY:
      return CallFailure::Why::no_server;
    case G_DBUS_ERROR_NO_REPLY:
      return CallFailure::Why::died;
    default:
      return CallFailure::Why::refused;
  }
}

CallFailure::Why why_of(const GError& error) {
  if (error.domain == G_DBUS_ERROR) return why_of_bus_error(error.code);
  if (g_error_matches(&error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT)) return CallFailure::Why::no_answer;
  if (g_error_matches(&error, G_IO_ERROR, G_IO_ERROR_CANCELLED)) return CallFailure::Why::cancelled;
  if (g_error_matches(&error, G_IO_ERROR, G_IO_ERROR_CLOSED)) return CallFailure::Why::no_server;
  return is_too_soon(error) ? CallFailure::Why::too_soon : CallFailure::Why::refused;
}

}  // namespace

CallFailure failure_of(const GError& error) {
  const ErrorHandle without_name{g_error_copy(&error)};
  g_dbus_error_strip_remote_error(without_name.get());
  return {.why = why_of(error), .text = without_name->message};
}

}  // namespace calmcalf
