// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/sdbus/session_finder.hpp"

#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <utility>

#include <unistd.h>

#include "adapters/sdbus/logind.hpp"

namespace calmcalf {
namespace {

bool is_graphical(std::string_view type) {
  return type == "x11" || type == "wayland" || type == "mir";
}

/// From all the properties of a session. One that is closing has been left, though processes of it live on.
bool is_on_own_screen(sd_bus_message* properties) {
  bool ours = false;
  bool closing = false;
  bool visible = false;
  sd_bus_message_enter_container(properties, SD_BUS_TYPE_ARRAY, "{sv}");
  while (sd_bus_message_enter_container(properties, SD_BUS_TYPE_DICT_ENTRY, "sv") > 0) {
    const char* text = "";
    std::uint32_t user = 0;
    sd_bus_message_read(properties, "s", &text);
    const std::string_view name = text;
    if (name == "User") {
      ours = sd_bus_message_read(properties, "v", "(uo)", &user, nullptr) > 0 && user == getuid();
    } else if (name == "State") {
      closing = sd_bus_message_read(properties, "v", "s", &text) > 0 && text == std::string_view{"closing"};
    } else if (name == "Type") {
      visible |= sd_bus_message_read(properties, "v", "s", &text) > 0 && is_graphical(text);
    } else if (name == "Seat") {
      visible |= sd_bus_message_read(properties, "v", "(so)", &text, nullptr) > 0 && *text != '\0';
    } else {
      sd_bus_message_skip(properties, "v");
    }
    sd_bus_message_exit_container(properties);
  }
  return ours && visible && !closing;
}

}  // namespace

SessionFinder::SessionFinder(BusConnection& bus, Log& log, OnFound on_found)
    : bus_{bus}, log_{log}, on_found_{std::move(on_found)} {}

// An answer is read without a look at whether it is an error: one that is holds no path.

void SessionFinder::find() {
  candidates_.clear();
  const char* id = std::getenv("XDG_SESSION_ID");
  if (id == nullptr || *id == '\0') return ask_for_display();
  const auto call = bus_.prepare(logind::of_manager("GetSession"));
  sd_bus_message_append(call.get(), "s", id);
  call_ = bus_.call(call, [this](sd_bus_message* reply) {
    const char* session = nullptr;
    if (sd_bus_message_read(reply, "o", &session) <= 0) return ask_for_display();
    // Environments are handed on: it may be a session that is over, somebody else's, or one without a screen.
    examine(session, [this, path = std::string{session}](bool is_the_one) {
      if (!is_the_one) return ask_for_display();
      on_found_(path);
    });
  });
}

void SessionFinder::ask_for_display() {
  const auto call = bus_.prepare(logind::of_manager("GetUser"));
  sd_bus_message_append(call.get(), "u", static_cast<std::uint32_t>(getuid()));
  call_ = bus_.call(call, [this](sd_bus_message* reply) {
    const char* user = nullptr;
    if (sd_bus_message_read(reply, "o", &user) <= 0) return ask_for_list();
    ask_for_display_of(user);
  });
}

void SessionFinder::ask_for_display_of(const char* user) {
  const auto call = bus_.prepare(logind::of_properties(user, "Get"));
  sd_bus_message_append(call.get(), "ss", logind::user, "Display");
  call_ = bus_.call(call, [this](sd_bus_message* reply) {
    const char* id = nullptr;
    const char* session = nullptr;
    if (sd_bus_message_read(reply, "v", "(so)", &id, &session) <= 0 || *id == '\0') return ask_for_list();
    on_found_(session);
  });
}

void SessionFinder::ask_for_list() {
  const auto call = bus_.prepare(logind::of_manager("ListSessions"));
  call_ = bus_.call(call, [this](sd_bus_message* reply) { take_list(reply); });
}

void SessionFinder::take_list(sd_bus_message* reply) {
  if (const auto* error = sd_bus_message_get_error(reply)) {
    const bool runs = sd_bus_error_has_name(error, SD_BUS_ERROR_SERVICE_UNKNOWN) == 0 &&
                      sd_bus_error_has_name(error, SD_BUS_ERROR_NAME_HAS_NO_OWNER) == 0;
    log_.write(runs ? Log::Level::warning : Log::Level::debug,
               "logind names no session, so nothing says when the screen is locked: " + error_text(reply));
    return on_found_(std::nullopt);
  }
  sd_bus_message_enter_container(reply, SD_BUS_TYPE_ARRAY, "(susso)");
  const char* session = nullptr;
  std::uint32_t user = 0;
  while (sd_bus_message_read(reply, "(susso)", nullptr, &user, nullptr, nullptr, &session) > 0)
    if (user == getuid()) candidates_.emplace_back(session);
  try_next();
}

void SessionFinder::try_next() {
  if (candidates_.empty()) return on_found_(std::string{});
  const auto path = std::move(candidates_.front());
  candidates_.pop_front();
  examine(path.c_str(), [this, path](bool is_the_one) {
    if (!is_the_one) return try_next();
    on_found_(path);
  });
}

void SessionFinder::examine(const char* session, std::function<void(bool)> then) {
  const auto call = bus_.prepare(logind::of_properties(session, "GetAll"));
  sd_bus_message_append(call.get(), "s", logind::session);
  call_ = bus_.call(call, [then = std::move(then)](sd_bus_message* reply) { then(is_on_own_screen(reply)); });
}

}  // namespace calmcalf
