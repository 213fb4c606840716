// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <functional>
#include <string>

#include "adapters/sdbus/bus_connection.hpp"
#include "adapters/sdbus/bus_handles.hpp"
#include "domain/happening.hpp"
#include "ports/control.hpp"
#include "ports/log.hpp"

namespace calmcalf {

/// The control interface io.github.calmcalf.Calmcalf1 on the session bus: tonight as properties, answers as methods,
/// what happens as a signal. daemon/adapters/sdbus/io.github.calmcalf.Calmcalf1.xml describes it.
class ControlObject {
 public:
  /// Offers the object and asks for the service's name on the bus; `on_named` is told when the bus has answered. Throws
  /// std::system_error.
  ControlObject(BusConnection& bus, Control& control, Log& log, std::function<void()> on_named);
  ControlObject(const ControlObject&) = delete;
  ControlObject& operator=(const ControlObject&) = delete;
  ~ControlObject() = default;

  /// Something may be other than it was: whoever listens is told what is.
  void refresh();

  /// Tells whoever listens.
  void tell(const Happening& happening);

 private:
  struct Table;

  void take_name_reply(sd_bus_message* reply);

  BusConnection& bus_;
  Control& control_;
  Log& log_;
  std::function<void()> on_named_;
  Tonight known_;  ///< as it was told last
  SlotHandle object_;
  SlotHandle name_call_;
};

}  // namespace calmcalf
