// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <cstdint>
#include <functional>
#include <string>

#include <nlohmann/json.hpp>
#include <systemd/sd-bus.h>

namespace calmcalf::vm {

/// org.freedesktop.Notifications without a screen: it tells of every call, and presses buttons when asked to.
class NotificationServer {
 public:
  /// {"event": "notify", "id", "replaces", "summary", "body", "actions"} or {"event": "close", "id"}.
  using Observer = std::function<void(nlohmann::ordered_json event)>;

  /// Takes the name on the bus. Throws std::system_error.
  NotificationServer(sd_bus* bus, Observer observer);
  NotificationServer(const NotificationServer&) = delete;
  NotificationServer& operator=(const NotificationServer&) = delete;
  ~NotificationServer() = default;

  /// What a click on a button comes to. The popup stays until it is closed. Throws std::system_error.
  void press(std::uint32_t id, const std::string& action);

 private:
  struct Methods;

  std::uint32_t take(sd_bus_message* notify);
  void close(std::uint32_t id);

  sd_bus* bus_;
  Observer observer_;
  std::uint32_t last_id_ = 0;
};

}  // namespace calmcalf::vm
