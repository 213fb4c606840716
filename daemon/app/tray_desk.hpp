// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <functional>
#include <string>

#include "ports/control.hpp"
#include "ports/tray.hpp"

namespace calmcalf {

/// Who serves the tray: shows the evening at hand in it, and does what is chosen there.
class TrayDesk {
 public:
  struct Callbacks {
    std::function<void(const Refused&)> on_refused;
    // What the service itself cannot do. An item whose callback is empty is left out.
    std::function<void()> on_report{};
    std::function<void()> on_edit{};
    std::function<void()> on_quit{};
  };

  TrayDesk(Control& control, Tray& tray, Callbacks callbacks);
  TrayDesk(const TrayDesk&) = delete;
  TrayDesk& operator=(const TrayDesk&) = delete;
  ~TrayDesk() = default;

  /// Something may be other than it was.
  void refresh();

  /// Does what the menu's item of this key does; for the desktop's launcher, too, which is no tray.
  void choose(const std::string& key, Source source);

 private:
  void add_own_items(std::vector<MenuItem>& menu) const;

  Control& control_;
  Tray& tray_;
  Callbacks callbacks_;
};

}  // namespace calmcalf
