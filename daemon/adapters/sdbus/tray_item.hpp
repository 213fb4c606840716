// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <functional>
#include <optional>
#include <string>

#include <boost/asio/any_io_executor.hpp>

#include "adapters/sdbus/bus_connection.hpp"
#include "adapters/sdbus/bus_handles.hpp"
#include "adapters/sdbus/tray_menu.hpp"
#include "loop/alarm.hpp"
#include "ports/log.hpp"
#include "ports/tray.hpp"

namespace calmcalf {

/// An org.kde.StatusNotifierItem on the session bus. It registers itself with every StatusNotifierWatcher that comes;
/// while there is none it does nothing at all.
class TrayItem : public Tray {
 public:
  /// Whether the desktop's icon theme has the icon of this name.
  using IsInTheme = std::function<bool(const std::string& icon)>;

  TrayItem(const boost::asio::any_io_executor& executor, BusConnection& bus, IsInTheme is_in_theme, Log& log);

  void on_choice(OnChoice callback) override { on_choice_ = std::move(callback); }

  /// Begins with the first face. Later ones are told of a tenth of a second after a change at the earliest, as one.
  /// Throws std::system_error.
  void show(TrayFace face) override;

 private:
  struct Table;

  void begin();
  void follow_watcher(sd_bus_message* owner_changed);
  void register_item();
  void take_registration(sd_bus_message* reply);
  void put_on();
  void tell(const char* member);

  BusConnection& bus_;
  IsInTheme is_in_theme_;
  Log& log_;
  OnChoice on_choice_;
  TrayFace face_;
  std::optional<TrayFace> next_;  ///< to be put on when the alarm rings
  bool has_begun_ = false;
  bool is_watched_ = false;  ///< a watcher was asked to take the item and has not refused
  Alarm alarm_;
  TrayMenu menu_;
  SlotHandle object_;
  SlotHandle watcher_signal_;
  SlotHandle register_call_;
};

}  // namespace calmcalf
