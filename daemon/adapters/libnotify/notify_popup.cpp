// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/libnotify/notify_popup.hpp"

#include <limits>
#include <utility>

#include "adapters/libnotify/application_icon.hpp"

namespace calmcalf {
namespace {

constexpr const char* application = "io.github.calmcalf.Calmcalf";

NotifyUrgency urgency_of(Urgency urgency) {
  switch (urgency) {
    case Urgency::low:
      return NOTIFY_URGENCY_LOW;
    case Urgency::critical:
      return NOTIFY_URGENCY_CRITICAL;
    case Urgency::normal:
      break;
  }
  return NOTIFY_URGENCY_NORMAL;
}

}  // namespace

NotifyPopup::NotifyPopup(const Notice& notice, const ServerTraits& server, std::uint32_t replaces, Events events)
    : events_{std::move(events)},
      notification_{notify_notification_new(valid_utf8(notice.title).c_str(), body_for(notice, server).c_str(),
                                            application_icon(data_folders()).c_str())} {
  // libnotify has the property signed; what does not fit is shown beside the old one.
  if (replaces <= static_cast<std::uint32_t>(std::numeric_limits<gint>::max()))
    g_object_set(notification_.get(), "id", static_cast<gint>(replaces), nullptr);
  notify_notification_set_timeout(notification_.get(), notice.stays ? NOTIFY_EXPIRES_NEVER : NOTIFY_EXPIRES_DEFAULT);
  set_hints(notice, server);
  add_actions(actions_for(notice, server));
  const auto on_closed = +[](NotifyNotification*, gpointer self) noexcept {
    const auto closed = static_cast<NotifyPopup*>(self)->events_.closed;
    closed();
  };
  g_signal_connect(notification_.get(), "closed", G_CALLBACK(on_closed), this);
}

NotifyPopup::~NotifyPopup() {
  g_signal_handlers_disconnect_by_data(notification_.get(), this);
}

// No x-canonical-private-synchronous: mako 1.7 crashes when a popup with it replaces one by id, and notify-osd draws
// such popups differently.
void NotifyPopup::set_hints(const Notice& notice, const ServerTraits& server) {
  const auto shows_buttons = notice.in_use && server.hides_buttons_unless_critical;
  notify_notification_set_urgency(notification_.get(), urgency_of(shows_buttons ? Urgency::critical : notice.urgency));
  notify_notification_set_category(notification_.get(), valid_utf8(notice.category).c_str());
  notify_notification_set_hint(notification_.get(), "desktop-entry", g_variant_new_string(application));
  if (notice.progress && (notice.actions.empty() || !server.drops_buttons_for_progress))
    notify_notification_set_hint(notification_.get(), "value", g_variant_new_int32(*notice.progress));
  if (notice.sound) {
    notify_notification_set_hint(notification_.get(), "sound-name", g_variant_new_string("message-new-instant"));
  } else {
    notify_notification_set_hint(notification_.get(), "suppress-sound", g_variant_new_boolean(TRUE));
  }
}

void NotifyPopup::add_actions(const std::vector<Notice::Action>& actions) {
  // NOLINTNEXTLINE(readability-non-const-parameter): libnotify has it so
  const auto on_pressed = +[](NotifyNotification*, char* action, gpointer self) noexcept {
    static_cast<NotifyPopup*>(self)->events_.pressed(action);
  };
  for (const auto& [key, label] : actions) {
    notify_notification_add_action(notification_.get(), key.c_str(), label.c_str(), on_pressed, this, nullptr);
  }
}

std::optional<CallFailure> NotifyPopup::show() {
  GError* error = nullptr;
  if (!notify_notification_show(notification_.get(), &error)) return failure_of(*ErrorHandle{error});
  if (id() == 0) return CallFailure{.why = CallFailure::Why::refused, .text = "The server did not take the popup"};
  return std::nullopt;
}

std::uint32_t NotifyPopup::id() const {
  gint id = 0;
  g_object_get(notification_.get(), "id", &id, nullptr);
  return static_cast<std::uint32_t>(id);
}

}  // namespace calmcalf
