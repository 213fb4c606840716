// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "notification_server.hpp"

#include <array>
#include <system_error>
#include <utility>
#include <vector>

namespace calmcalf::vm {
namespace {

constexpr const char* name = "org.freedesktop.Notifications";
constexpr const char* path = "/org/freedesktop/Notifications";
constexpr std::uint32_t closed_by_a_call = 3;

int checked(int result, const char* what) {
  if (result < 0) throw std::system_error{-result, std::generic_category(), what};
  return result;
}

int tell_capabilities(sd_bus_message* call, void* /*self*/, sd_bus_error* /*error*/) noexcept {
  return sd_bus_reply_method_return(call, "as", 3, "actions", "body", "persistence");
}

int tell_who_it_is(sd_bus_message* call, void* /*self*/, sd_bus_error* /*error*/) noexcept {
  return sd_bus_reply_method_return(call, "ssss", "record", "Calmcalf", "1", "1.2");
}

std::vector<std::string> read_strings(sd_bus_message* message) {
  std::vector<std::string> strings;
  checked(sd_bus_message_enter_container(message, 'a', "s"), "actions");
  const char* text = nullptr;
  while (checked(sd_bus_message_read_basic(message, 's', &text), "actions") > 0) strings.emplace_back(text);
  checked(sd_bus_message_exit_container(message), "actions");
  return strings;
}

}  // namespace

struct NotificationServer::Methods {
  static int notify(sd_bus_message* call, void* self, sd_bus_error* error) noexcept {
    try {
      return sd_bus_reply_method_return(call, "u", static_cast<NotificationServer*>(self)->take(call));
    } catch (const std::system_error& failure) {
      return sd_bus_error_set_errno(error, failure.code().value());
    }
  }

  static int close_notification(sd_bus_message* call, void* self, sd_bus_error* error) noexcept {
    try {
      std::uint32_t id = 0;
      checked(sd_bus_message_read_basic(call, 'u', &id), "id");
      static_cast<NotificationServer*>(self)->close(id);
      return sd_bus_reply_method_return(call, nullptr);
    } catch (const std::system_error& failure) {
      return sd_bus_error_set_errno(error, failure.code().value());
    }
  }

  static constexpr std::array<sd_bus_vtable, 8> table{{
      SD_BUS_VTABLE_START(0),
      SD_BUS_METHOD("Notify", "susssasa{sv}i", "u", notify, SD_BUS_VTABLE_UNPRIVILEGED),
      SD_BUS_METHOD("CloseNotification", "u", "", close_notification, SD_BUS_VTABLE_UNPRIVILEGED),
      SD_BUS_METHOD("GetCapabilities", "", "as", tell_capabilities, SD_BUS_VTABLE_UNPRIVILEGED),
      SD_BUS_METHOD("GetServerInformation", "", "ssss", tell_who_it_is, SD_BUS_VTABLE_UNPRIVILEGED),
      SD_BUS_SIGNAL("NotificationClosed", "uu", 0),
      SD_BUS_SIGNAL("ActionInvoked", "us", 0),
      SD_BUS_VTABLE_END,
  }};
};

NotificationServer::NotificationServer(sd_bus* bus, Observer observer) : bus_{bus}, observer_{std::move(observer)} {
  checked(sd_bus_add_object_vtable(bus_, nullptr, path, name, Methods::table.data(), this), path);
  checked(sd_bus_request_name(bus_, name, 0), name);
}

void NotificationServer::press(std::uint32_t id, const std::string& action) {
  checked(sd_bus_emit_signal(bus_, path, name, "ActionInvoked", "us", id, action.c_str()), "ActionInvoked");
}

std::uint32_t NotificationServer::take(sd_bus_message* notify) {
  const char* application = nullptr;
  std::uint32_t replaces = 0;
  const char* icon = nullptr;
  const char* summary = nullptr;
  const char* body = nullptr;
  checked(sd_bus_message_read(notify, "susss", &application, &replaces, &icon, &summary, &body), "Notify");
  const auto actions = read_strings(notify);
  const auto id = replaces == 0 ? ++last_id_ : replaces;
  observer_({{"event", "notify"},
             {"id", id},
             {"replaces", replaces},
             {"summary", summary},
             {"body", body},
             {"actions", actions}});
  return id;
}

void NotificationServer::close(std::uint32_t id) {
  observer_({{"event", "close"}, {"id", id}});
  checked(sd_bus_emit_signal(bus_, path, name, "NotificationClosed", "uu", id, closed_by_a_call), "NotificationClosed");
}

}  // namespace calmcalf::vm
