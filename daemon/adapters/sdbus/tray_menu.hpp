// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <vector>

#include "adapters/sdbus/bus_connection.hpp"
#include "adapters/sdbus/bus_handles.hpp"
#include "adapters/sdbus/numbered_menu.hpp"
#include "ports/tray.hpp"

namespace calmcalf {

/// A menu on the bus for others to draw: com.canonical.dbusmenu, version 3.
class TrayMenu {
 public:
  static constexpr const char* path = "/StatusNotifierItem/Menu";

  /// Throws std::system_error.
  TrayMenu(BusConnection& bus, Tray::OnChoice on_choice);
  TrayMenu(const TrayMenu&) = delete;
  TrayMenu& operator=(const TrayMenu&) = delete;
  ~TrayMenu() = default;

  /// `tells` whether somebody may listen, who is told what has changed.
  void show(const std::vector<MenuItem>& menu, bool tells);

 private:
  struct Table;

  /// False where nobody ever had this number.
  bool take_event(int number, const char* event);
  void tell_items(const std::vector<int>& numbers);
  void tell_layout();

  BusConnection& bus_;
  Tray::OnChoice on_choice_;
  NumberedMenu menu_;
  SlotHandle object_;
};

}  // namespace calmcalf
