// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include <libnotify/notify.h>

#include "adapters/libnotify/call_failure.hpp"
#include "adapters/libnotify/glib_handles.hpp"
#include "adapters/libnotify/popup_text.hpp"

namespace calmcalf {

/// One showing of a popup. libnotify tells of the end of each NotifyNotification once in its life, so every showing has
/// its own. Its destruction leaves the popup on the screen, and nobody listening to it. Lives on libnotify's thread.
class NotifyPopup {
 public:
  struct Events {
    std::function<void(const std::string& action)> pressed;
    std::function<void()> closed;  ///< may destroy the popup
  };

  /// It takes the place of the popup with the id `replaces`; 0: of none.
  NotifyPopup(const Notice& notice, const ServerTraits& server, std::uint32_t replaces, Events events);
  NotifyPopup(const NotifyPopup&) = delete;
  NotifyPopup& operator=(const NotifyPopup&) = delete;
  ~NotifyPopup();

  /// Blocks until the server has answered; 25 seconds where it does not. None: it is shown.
  [[nodiscard]] std::optional<CallFailure> show();

  /// As the server gave it.
  [[nodiscard]] std::uint32_t id() const;

 private:
  void set_hints(const Notice& notice, const ServerTraits& server);
  void add_actions(const std::vector<Notice::Action>& actions);

  Events events_;
  ObjectHandle<NotifyNotification> notification_;
};

}  // namespace calmcalf
