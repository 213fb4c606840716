// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <memory>

#include <systemd/sd-bus.h>

namespace calmcalf {

/// Gives a handle of libsystemd's back with the function that libsystemd has for it.
template <auto release>
struct ReleaseBusObject {
  template <class Object>
  void operator()(Object* object) const noexcept {
    release(object);
  }
};

/// Closes without flushing, which would wait for the bus.
using BusHandle = std::unique_ptr<sd_bus, ReleaseBusObject<sd_bus_close_unref>>;
using MessageHandle = std::unique_ptr<sd_bus_message, ReleaseBusObject<sd_bus_message_unref>>;

/// What keeps a callback: once it is gone the callback is never called, and is destroyed when it does not run.
using SlotHandle = std::unique_ptr<sd_bus_slot, ReleaseBusObject<sd_bus_slot_unref>>;

}  // namespace calmcalf
