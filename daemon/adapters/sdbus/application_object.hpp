// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <functional>
#include <map>
#include <string>

#include "adapters/sdbus/bus_connection.hpp"
#include "adapters/sdbus/bus_handles.hpp"

namespace calmcalf {

/// The interface org.freedesktop.Application on the session bus, by which a desktop's launcher says what somebody has
/// clicked: Desktop Entry Specification, "D-Bus Activation". Its name there is the control object's.
class ApplicationObject {
 public:
  struct Actions {
    std::function<void()> on_activate;                   ///< the application itself was clicked
    std::map<std::string, std::function<void()>> named;  ///< as the desktop file names them; none takes a parameter
  };

  /// Actions run before the launcher is answered, and never from within this. Throws std::system_error.
  ApplicationObject(BusConnection& bus, Actions actions);
  ApplicationObject(const ApplicationObject&) = delete;
  ApplicationObject& operator=(const ApplicationObject&) = delete;
  ~ApplicationObject() = default;

 private:
  struct Table;

  [[nodiscard]] const std::function<void()>& action_named(const std::string& name) const;

  Actions actions_;
  SlotHandle object_;
};

}  // namespace calmcalf
