// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include "adapters/libnotify/glib_handles.hpp"

namespace calmcalf {

/// The connection to the session bus that libnotify shares. The end of the bus does not end the process, as it would by
/// GLib's choice. Throws std::runtime_error, one line that says what to do, where there is no bus; starts none.
[[nodiscard]] ObjectHandle<GDBusConnection> connect_to_session_bus();

}  // namespace calmcalf
