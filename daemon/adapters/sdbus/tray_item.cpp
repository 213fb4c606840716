// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/sdbus/tray_item.hpp"

#include <array>
#include <chrono>
#include <memory>
#include <utility>

#include <fmt/format.h>
#include <glib.h>

#include "adapters/sdbus/bus_answer.hpp"
#include "adapters/sdbus/bus_writing.hpp"
#include "adapters/sdbus/tray_icon.hpp"

namespace calmcalf {

namespace {

constexpr const char* watcher = "org.kde.StatusNotifierWatcher";
constexpr std::chrono::milliseconds calm_after_a_change{100};
constexpr std::array icon_sizes{16, 22, 32, 48};

/// The path is the specification's. The watcher is told the path alone and takes the name from the message: so no name
/// is needed of the many that the specification would have, which sandboxes do not grant.
const BusInterface item_interface{"/StatusNotifierItem", "org.kde.StatusNotifierItem"};

void write_pixmaps(sd_bus_message* to, Tonight::Mood mood) {
  open_array(to, "(iiay)");
  for (const int size : icon_sizes) {
    const auto picture = draw_tray_icon(mood, size);
    must_write(sd_bus_message_open_container(to, SD_BUS_TYPE_STRUCT, "iiay"));
    must_write(sd_bus_message_append(to, "ii", picture.size, picture.size));
    must_write(sd_bus_message_append_array(to, 'y', picture.bytes.data(), picture.bytes.size()));
    close_container(to);
  }
  close_container(to);
}

/// The lines as the markup that hosts take a tooltip's text for.
std::string as_markup(const std::vector<std::string>& lines) {
  std::string text;
  for (const auto& line : lines) text += (text.empty() ? "" : "\n") + line;
  const std::unique_ptr<gchar, decltype(&g_free)> escaped{g_markup_escape_text(text.c_str(), -1), g_free};
  return escaped.get();
}

std::string in_one_line(const TrayFace& face) {
  auto text = face.title;
  for (const auto& line : face.lines) text += (&line == &face.lines.front() ? ": " : ". ") + line;
  return text;
}

}  // namespace

/// The interface as libsystemd wants it. It has no methods on purpose: the menu is all there is to click, and
/// hosts show it where Activate does not exist or ItemIsMenu is set.
struct TrayItem::Table {
  static const sd_bus_vtable rows[];

  template <auto write>
  static int get(sd_bus* /*bus*/, const char* /*path*/, const char* /*interface*/, const char* /*property*/,
                 sd_bus_message* reply, void* object, sd_bus_error* error) noexcept {
    return answer_call(error, [&] {
      write(reply, *static_cast<const TrayItem*>(object));
      return 1;
    });
  }

  static void category(sd_bus_message* to, const TrayItem& /*item*/) { write_text(to, "ApplicationStatus"); }
  static void id(sd_bus_message* to, const TrayItem& /*item*/) { write_text(to, "io.github.calmcalf.Calmcalf"); }
  static void title(sd_bus_message* to, const TrayItem& item) { write_text(to, item.face_.title); }
  static void description(sd_bus_message* to, const TrayItem& item) { write_text(to, in_one_line(item.face_)); }

  /// Passive items are hidden, and a cramp comes when nothing is due; one that needs attention is red in some panels.
  static void status(sd_bus_message* to, const TrayItem& /*item*/) { write_text(to, "Active"); }

  static void window(sd_bus_message* to, const TrayItem& /*item*/) { must_write(sd_bus_message_append(to, "i", 0)); }
  static void menu_path(sd_bus_message* to, const TrayItem& /*item*/) {
    must_write(sd_bus_message_append(to, "o", TrayMenu::path));
  }
  static void is_menu(sd_bus_message* to, const TrayItem& /*item*/) { must_write(sd_bus_message_append(to, "b", 1)); }

  /// Hosts that are told a name prefer it to the picture, and show a blank where their theme does not have it.
  static void icon_name(sd_bus_message* to, const TrayItem& item) {
    const auto name = tray_icon_name(item.face_.mood);
    write_text(to, item.is_in_theme_(name) ? name : "");
  }
  static void icon(sd_bus_message* to, const TrayItem& item) { write_pixmaps(to, item.face_.mood); }

  static void tooltip(sd_bus_message* to, const TrayItem& item) {
    must_write(sd_bus_message_open_container(to, SD_BUS_TYPE_STRUCT, "sa(iiay)ss"));
    write_text(to, "");
    open_array(to, "(iiay)");
    close_container(to);
    write_text(to, item.face_.title);
    write_text(to, as_markup(item.face_.lines));
    close_container(to);
  }
};

// NOLINTBEGIN: what libsystemd's macros unfold to
const sd_bus_vtable TrayItem::Table::rows[] = {
    SD_BUS_VTABLE_START(0),
    SD_BUS_PROPERTY("Category", "s", get<category>, 0, 0),
    SD_BUS_PROPERTY("Id", "s", get<id>, 0, 0),
    SD_BUS_PROPERTY("Title", "s", get<title>, 0, 0),
    SD_BUS_PROPERTY("Status", "s", get<status>, 0, 0),
    SD_BUS_PROPERTY("WindowId", "i", get<window>, 0, 0),
    SD_BUS_PROPERTY("Menu", "o", get<menu_path>, 0, 0),
    SD_BUS_PROPERTY("ItemIsMenu", "b", get<is_menu>, 0, 0),
    SD_BUS_PROPERTY("IconName", "s", get<icon_name>, 0, 0),
    SD_BUS_PROPERTY("IconPixmap", "a(iiay)", get<icon>, 0, 0),
    SD_BUS_PROPERTY("IconAccessibleDesc", "s", get<description>, 0, 0),
    SD_BUS_PROPERTY("ToolTip", "(sa(iiay)ss)", get<tooltip>, 0, 0),
    SD_BUS_SIGNAL("NewIcon", "", 0),
    SD_BUS_SIGNAL("NewTitle", "", 0),
    SD_BUS_SIGNAL("NewToolTip", "", 0),
    SD_BUS_VTABLE_END,
};
// NOLINTEND

TrayItem::TrayItem(const boost::asio::any_io_executor& executor, BusConnection& bus, IsInTheme is_in_theme, Log& log)
    : bus_{bus},
      is_in_theme_{std::move(is_in_theme)},
      log_{log},
      alarm_{executor, [this] { put_on(); }},
      menu_{bus, [this](const std::string& key) {
              if (on_choice_) on_choice_(key);
            }} {}

void TrayItem::show(TrayFace face) {
  if (!next_ && has_begun_ && face == face_) return;
  const bool is_announced = next_.has_value();
  next_ = std::move(face);
  if (!has_begun_) return begin();
  if (!is_watched_) return put_on();
  if (!is_announced) alarm_.ring_after(calm_after_a_change);
}

void TrayItem::begin() {
  has_begun_ = true;
  put_on();
  object_ = bus_.offer(item_interface, Table::rows, this);
  watcher_signal_ = bus_.match(fmt::format("type='signal',sender='org.freedesktop.DBus',path='/org/freedesktop/DBus',"
                                           "interface='org.freedesktop.DBus',member='NameOwnerChanged',arg0='{}'",
                                           watcher),
                               [this](sd_bus_message* signal) { follow_watcher(signal); });
  register_item();
}

void TrayItem::follow_watcher(sd_bus_message* owner_changed) {
  const char* owner = nullptr;
  if (sd_bus_message_read(owner_changed, "sss", nullptr, nullptr, &owner) <= 0) return;
  is_watched_ = false;
  register_call_.reset();
  if (*owner != '\0') register_item();
}

void TrayItem::register_item() {
  const auto call = bus_.prepare({watcher, "/StatusNotifierWatcher", watcher, "RegisterStatusNotifierItem"});
  sd_bus_message_append(call.get(), "s", item_interface.path.c_str());
  is_watched_ = true;  // before it answers, a host may have read what the item says
  register_call_ = bus_.call(call, [this](sd_bus_message* reply) { take_registration(reply); });
}

void TrayItem::take_registration(sd_bus_message* reply) {
  const auto why = error_text(reply);
  is_watched_ = why.empty();
  log_.debug(is_watched_ ? "The icon is in the tray." : fmt::format("There is no tray for the icon: {}", why));
}

void TrayItem::put_on() {
  if (!next_) return;
  const auto before = std::exchange(face_, *std::exchange(next_, std::nullopt));
  menu_.show(face_.menu, is_watched_);
  if (!is_watched_) return;
  if (face_.mood != before.mood) tell("NewIcon");
  if (face_.title != before.title) tell("NewTitle");
  if (face_.title != before.title || face_.lines != before.lines) tell("NewToolTip");
}

void TrayItem::tell(const char* member) {
  bus_.send(bus_.prepare_signal(item_interface, member));
}

}  // namespace calmcalf
