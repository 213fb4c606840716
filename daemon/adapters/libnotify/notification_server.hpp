// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "adapters/libnotify/call_failure.hpp"
#include "adapters/libnotify/glib_handles.hpp"
#include "adapters/libnotify/popup_text.hpp"

namespace calmcalf {

/// Whoever owns org.freedesktop.Notifications: whether somebody does, what it can do, and whether it answers.
///
/// libnotify blocks for 25 seconds where a server hangs, and what it had sent is shown once the server goes on. So the
/// server is asked first, without blocking, and libnotify is used only right after an answer. That also keeps the
/// order: what the server had told of earlier popups before it answered has been heard by then.
///
/// Lives on libnotify's thread, whose default context the functions are called in.
class NotificationServer {
 public:
  struct Events {
    std::function<void()> appeared;                                   ///< another instance, maybe of another server
    std::function<void()> vanished;                                   ///< at the start, too, where there is none
    std::function<void(const std::optional<CallFailure>&)> answered;  ///< to ask(); none: all is well
  };

  NotificationServer(GDBusConnection* bus, Events events);
  NotificationServer(const NotificationServer&) = delete;
  NotificationServer& operator=(const NotificationServer&) = delete;
  ~NotificationServer();

  /// Whether one of the first two events has come.
  [[nodiscard]] bool is_known() const { return known_; }
  [[nodiscard]] bool is_there() const { return !owner_.empty(); }

  /// The instance's name in the world, not on this bus alone.
  [[nodiscard]] std::string instance() const;

  /// Of the instance that answered last.
  [[nodiscard]] const ServerTraits& traits() const { return *traits_; }

  /// Has one started where none runs. Waits for the answer without end, however long the server hangs.
  void ask();
  [[nodiscard]] bool is_asked() const { return asked_; }

  /// Without waiting for the server: one that hangs finds it when it goes on. It is on its way by then, so that what is
  /// noted as closed will be, even where this process is killed.
  void close(std::uint32_t id) noexcept;

 private:
  using Next = void (NotificationServer::*)(GVariant*);

  void call(const char* method, const char* reply_type, Next next);
  void take_reply(GAsyncResult* result, Next next);
  void take_information(GVariant* reply);
  void take_capabilities(GVariant* reply);
  void finish(const std::optional<CallFailure>& failure);
  void set_owner(const char* owner);

  GDBusConnection* bus_;
  Events events_;
  std::string owner_;  ///< unique name; empty: nobody
  std::string asked_owner_;
  std::string server_;  ///< what it calls itself
  std::optional<ServerTraits> traits_;
  bool known_ = false;
  bool asked_ = false;
  ObjectHandle<GCancellable> cancellable_{g_cancellable_new()};
  guint watch_;
};

}  // namespace calmcalf
