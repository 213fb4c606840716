// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/libnotify/late_replies.hpp"

#include <mutex>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

namespace calmcalf {

/// What goes through the connection, as seen from GDBus's own thread.
class LateReplies::Overheard {
 public:
  explicit Overheard(Bell& bell) : bell_{&bell} {}

  void sent(guint32 serial) {
    const std::scoped_lock lock{mutex_};
    last_ = {.serial = serial, .id = 0};
  }

  /// Rings where somebody expects it.
  void answered(guint32 serial, std::uint32_t id) {
    const std::scoped_lock lock{mutex_};
    if (serial == last_.serial) last_.id = id;
    if (expected_.erase(serial) == 0) return;
    tell(id);
  }

  void expect_last() {
    const std::scoped_lock lock{mutex_};
    if (last_.id == 0) {
      expected_.insert(last_.serial);
    } else {
      tell(last_.id);  // it came just after the time was up
    }
  }

  [[nodiscard]] std::vector<std::uint32_t> take_late() {
    const std::scoped_lock lock{mutex_};
    return std::exchange(late_, {});
  }

  /// There is nobody any more to be rung for.
  void leave_alone() {
    const std::scoped_lock lock{mutex_};
    bell_ = nullptr;
  }

 private:
  struct Call {
    guint32 serial = 0;
    std::uint32_t id = 0;  ///< 0: no answer yet
  };

  void tell(std::uint32_t id) {
    late_.push_back(id);
    if (bell_ != nullptr) bell_->ring();
  }

  std::mutex mutex_;
  Bell* bell_;
  Call last_;
  std::set<guint32> expected_;
  std::vector<std::uint32_t> late_;
};

namespace {

template <class Overheard>
void listen(Overheard& overheard, GDBusMessage* message, bool incoming) {
  const auto type = g_dbus_message_get_message_type(message);
  if (!incoming && type == G_DBUS_MESSAGE_TYPE_METHOD_CALL) {
    const char* member = g_dbus_message_get_member(message);
    if (member != nullptr && std::string_view{member} == "Notify") {
      overheard.sent(g_dbus_message_get_serial(message));
    }
  } else if (incoming && type == G_DBUS_MESSAGE_TYPE_METHOD_RETURN) {
    GVariant* body = g_dbus_message_get_body(message);
    if (body == nullptr || !g_variant_is_of_type(body, G_VARIANT_TYPE("(u)"))) return;
    guint32 id = 0;
    g_variant_get(body, "(u)", &id);
    overheard.answered(g_dbus_message_get_reply_serial(message), id);
  }
}

}  // namespace

LateReplies::LateReplies(GDBusConnection* bus, GMainContext* context, Callback callback)
    : callback_{std::move(callback)},
      bell_{context,
            [this] {
              for (const auto id : overheard_->take_late()) callback_(id);
            }},
      overheard_{new Overheard{bell_}},
      bus_{bus},
      filter_{g_dbus_connection_add_filter(
          bus,
          [](GDBusConnection*, GDBusMessage* message, gboolean incoming, gpointer overheard) noexcept {
            listen(*static_cast<Overheard*>(overheard), message, incoming != FALSE);
            return message;
          },
          overheard_,
          [](gpointer overheard) noexcept {
            static_cast<Overheard*>(overheard)->leave_alone();
            delete static_cast<Overheard*>(overheard);
          })} {}

LateReplies::~LateReplies() {
  overheard_->leave_alone();
  g_dbus_connection_remove_filter(bus_, filter_);
}

void LateReplies::expect_last() {
  overheard_->expect_last();
}

}  // namespace calmcalf
