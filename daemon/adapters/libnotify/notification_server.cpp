// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/libnotify/notification_server.hpp"

#include <array>
#include <string_view>
#include <utility>

namespace calmcalf {
namespace {

constexpr const char* name = "org.freedesktop.Notifications";
constexpr const char* path = "/org/freedesktop/Notifications";
constexpr int without_end = G_MAXINT;  // milliseconds; GDBus takes it so

bool contains(const gchar* const* list, const char* text) {
  return g_strv_contains(list, text) != FALSE;
}

}  // namespace

NotificationServer::NotificationServer(GDBusConnection* bus, Events events)
    : bus_{bus},
      events_{std::move(events)},
      watch_{g_bus_watch_name_on_connection(
          bus, name, G_BUS_NAME_WATCHER_FLAGS_NONE,
          [](GDBusConnection*, const gchar*, const gchar* owner, gpointer self) noexcept {
            static_cast<NotificationServer*>(self)->set_owner(owner);
          },
          [](GDBusConnection*, const gchar*, gpointer self) noexcept {
            static_cast<NotificationServer*>(self)->set_owner("");
          },
          this, nullptr)} {}

NotificationServer::~NotificationServer() {
  g_bus_unwatch_name(watch_);
  events_ = {};
  g_cancellable_cancel(cancellable_.get());
  while (asked_) g_main_context_iteration(g_main_context_get_thread_default(), TRUE);
}

std::string NotificationServer::instance() const {
  return std::string{g_dbus_connection_get_guid(bus_)} + owner_;
}

void NotificationServer::set_owner(const char* owner) {
  known_ = true;
  owner_ = owner;
  traits_.reset();
  const auto& event = owner_.empty() ? events_.vanished : events_.appeared;
  if (event) event();
}

void NotificationServer::ask() {
  asked_ = true;
  asked_owner_ = owner_;
  call("GetServerInformation", "(ssss)", &NotificationServer::take_information);
}

void NotificationServer::call(const char* method, const char* reply_type, Next next) {
  struct Waiting {
    NotificationServer* self;
    Next next;
  };
  g_dbus_connection_call(
      bus_, name, path, name, method, nullptr, G_VARIANT_TYPE(reply_type), G_DBUS_CALL_FLAGS_NONE, without_end,
      cancellable_.get(),
      [](GObject*, GAsyncResult* result, gpointer data) noexcept {
        const std::unique_ptr<Waiting> waiting{static_cast<Waiting*>(data)};
        waiting->self->take_reply(result, waiting->next);
      },
      new Waiting{.self = this, .next = next});
}

void NotificationServer::take_reply(GAsyncResult* result, Next next) {
  GError* error = nullptr;
  const VariantHandle reply{g_dbus_connection_call_finish(bus_, result, &error)};
  if (reply) return (this->*next)(reply.get());
  auto failure = failure_of(*ErrorHandle{error});
  // Of a server that is there an error is an answer like any other.
  if (failure.why == CallFailure::Why::refused && is_there()) return (this->*next)(nullptr);
  if (failure.why == CallFailure::Why::refused) failure.why = CallFailure::Why::no_server;
  finish(failure);
}

void NotificationServer::take_information(GVariant* reply) {
  const char* server = "";
  if (reply != nullptr) g_variant_get_child(reply, 0, "&s", &server);
  server_ = server;
  if (traits_) return finish(std::nullopt);
  call("GetCapabilities", "(as)", &NotificationServer::take_capabilities);
}

void NotificationServer::take_capabilities(GVariant* reply) {
  if (asked_owner_ != owner_) return ask();  // it was started by this question, or another took its place
  traits_.emplace();
  if (reply != nullptr) {
    const VariantHandle list{g_variant_get_child_value(reply, 0)};
    const std::unique_ptr<const gchar*, GiveBack<g_free>> capabilities{g_variant_get_strv(list.get(), nullptr)};
    traits_->has_buttons = contains(capabilities.get(), "actions");
    traits_->reads_markup = contains(capabilities.get(), "body-markup");
    traits_->plays_sounds = contains(capabilities.get(), "sound");
  }
  const auto is_xfce = server_ == "Xfce Notify Daemon";
  traits_->draws_default_action = is_xfce;
  traits_->drops_buttons_for_progress = is_xfce;
  const auto is_gnome = server_ == "gnome-shell";
  traits_->hides_buttons_unless_critical = is_gnome;
  traits_->loses_buttons_when_replaced = is_gnome;
  finish(std::nullopt);
}

void NotificationServer::finish(const std::optional<CallFailure>& failure) {
  asked_ = false;
  if (events_.answered) events_.answered(failure);
}

void NotificationServer::close(std::uint32_t id) noexcept {
  if (!is_there()) return;
  // By the instance's own name: to the next one this id means nothing, or something else.
  g_dbus_connection_call(bus_, owner_.c_str(), path, name, "CloseNotification", g_variant_new("(u)", id), nullptr,
                         G_DBUS_CALL_FLAGS_NO_AUTO_START, -1, nullptr, nullptr, nullptr);
  g_dbus_connection_flush_sync(bus_, nullptr, nullptr);
}

}  // namespace calmcalf
