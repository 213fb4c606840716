// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/sdbus/tray_menu.hpp"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <utility>
#include <variant>

#include <fmt/format.h>

#include "adapters/sdbus/bus_answer.hpp"
#include "adapters/sdbus/bus_writing.hpp"

namespace calmcalf {

namespace {

const BusInterface interface{TrayMenu::path, "com.canonical.dbusmenu"};

using Value = std::variant<std::string, std::int32_t, bool>;
using Properties = std::vector<std::pair<const char*, Value>>;
using Names = std::vector<std::string>;

/// An underscore marks the next letter as the item's key.
std::string without_mnemonics(std::string_view label) {
  std::string text;
  for (const char letter : label) text += letter == '_' ? std::string{"__"} : std::string{letter};
  return text;
}

/// All of them, those that are as the interface says they are where they are left out, too: so none ever has to be
/// taken back, and hosts differ in what they do then.
Properties properties_of(const NumberedMenu::Item& item, int number) {
  const auto& shown = item.shown;
  const bool opens = number == NumberedMenu::root || !item.children.empty();
  return {
      {"type", std::string{shown.separator ? "separator" : "standard"}},
      {"label", without_mnemonics(shown.label)},
      {"enabled", shown.enabled},
      {"visible", true},
      {"toggle-type", std::string{shown.checked ? "checkmark" : ""}},
      {"toggle-state", std::int32_t{shown.checked ? int{*shown.checked} : -1}},
      {"children-display", std::string{opens ? "submenu" : ""}},
  };
}

void write_properties(sd_bus_message* to, const Properties& properties, const Names& wanted) {
  BusDictionary dictionary{to};
  for (const auto& [name, value] : properties)
    if (wanted.empty() || std::ranges::find(wanted, name) != wanted.end())
      std::visit([&, key = name](const auto& what) { dictionary.add(key, what); }, value);
  dictionary.close();
}

void write_value(sd_bus_message* to, const Value& value) {
  if (const auto* text = std::get_if<std::string>(&value))
    return must_write(sd_bus_message_append(to, "v", "s", text->c_str()));
  if (const auto* number = std::get_if<std::int32_t>(&value))
    return must_write(sd_bus_message_append(to, "v", "i", *number));
  must_write(sd_bus_message_append(to, "v", "b", int{std::get<bool>(value)}));
}

void open(sd_bus_message* to, char type, const char* contents) {
  must_write(sd_bus_message_open_container(to, type, contents));
}

/// An (ia{sv}) for each number that the menu has.
void write_items(sd_bus_message* to, const NumberedMenu& menu, const std::vector<int>& numbers, const Names& wanted) {
  open_array(to, "(ia{sv})");
  for (const int number : numbers) {
    const auto* item = menu.find(number);
    if (item == nullptr) continue;
    open(to, SD_BUS_TYPE_STRUCT, "ia{sv}");
    must_write(sd_bus_message_append(to, "i", number));
    write_properties(to, properties_of(*item, number), wanted);
    close_container(to);
  }
  close_container(to);
}

/// An item as (ia{sv}av), with `depth` levels of what is below it; all of them where that is negative.
void write_layout(sd_bus_message* to, const NumberedMenu& menu, int number, int depth, const Names& wanted) {
  const auto& item = *menu.find(number);
  open(to, SD_BUS_TYPE_STRUCT, "ia{sv}av");
  must_write(sd_bus_message_append(to, "i", number));
  write_properties(to, properties_of(item, number), wanted);
  open_array(to, "v");
  if (depth != 0) {
    for (const int child : item.children) {
      open(to, SD_BUS_TYPE_VARIANT, "(ia{sv}av)");
      write_layout(to, menu, child, depth - 1, wanted);
      close_container(to);
    }
  }
  close_container(to);
  close_container(to);
}

void write_numbers(sd_bus_message* to, const std::vector<int>& numbers) {
  open_array(to, "i");
  for (const int number : numbers) must_write(sd_bus_message_append(to, "i", number));
  close_container(to);
}

int read_one(sd_bus_message* from) {
  int number = 0;
  must_read(sd_bus_message_read(from, "i", &number));
  return number;
}

std::vector<int> read_numbers(sd_bus_message* from) {
  std::vector<int> numbers;
  int number = 0;
  must_read(sd_bus_message_enter_container(from, SD_BUS_TYPE_ARRAY, "i"));
  while (must_read(sd_bus_message_read(from, "i", &number))) numbers.push_back(number);
  must_read(sd_bus_message_exit_container(from));
  return numbers;
}

BadArgument no_item(int number) {
  return BadArgument{fmt::format("the menu has no item {}", number)};
}

/// Prepares the reply to a call, has it written, sends it.
template <class Write>
int reply_to(sd_bus_message* call, const Write& write) {
  sd_bus_message* message = nullptr;
  must_write(sd_bus_message_new_method_return(call, &message));
  const MessageHandle reply{message};
  write(message);
  return sd_bus_send(nullptr, message, nullptr);
}

}  // namespace

/// The interface as libsystemd wants it: C functions and a table of them.
struct TrayMenu::Table {
  static const sd_bus_vtable rows[];

  using Method = int (*)(sd_bus_message* call, TrayMenu& menu);

  template <Method method>
  static int answer(sd_bus_message* call, void* object, sd_bus_error* error) noexcept {
    return answer_call(error, [&] { return method(call, *static_cast<TrayMenu*>(object)); });
  }

  static int get_layout(sd_bus_message* call, TrayMenu& menu) {
    const int parent = read_one(call);
    const int depth = read_one(call);
    const auto wanted = read_texts(call);
    if (menu.menu_.find(parent) == nullptr) throw no_item(parent);
    return reply_to(call, [&](sd_bus_message* reply) {
      must_write(sd_bus_message_append(reply, "u", menu.menu_.revision()));
      write_layout(reply, menu.menu_, parent, depth, wanted);
    });
  }

  static int get_group_properties(sd_bus_message* call, TrayMenu& menu) {
    const auto numbers = read_numbers(call);
    const auto wanted = read_texts(call);
    return reply_to(call, [&](sd_bus_message* reply) { write_items(reply, menu.menu_, numbers, wanted); });
  }

  static int get_property(sd_bus_message* call, TrayMenu& menu) {
    const int number = read_one(call);
    const auto name = read_text(call);
    const auto* item = menu.menu_.find(number);
    if (item == nullptr) throw no_item(number);
    for (const auto& [known, value] : properties_of(*item, number))
      if (name == known) return reply_to(call, [&, of = value](sd_bus_message* reply) { write_value(reply, of); });
    throw BadArgument{fmt::format("items have no property \"{:.64}\"", name)};
  }

  static int event(sd_bus_message* call, TrayMenu& menu) {
    const int number = read_one(call);
    const auto what = read_text(call);
    if (!menu.take_event(number, what.c_str())) throw no_item(number);
    return sd_bus_reply_method_return(call, nullptr);
  }

  static int event_group(sd_bus_message* call, TrayMenu& menu) {
    std::vector<int> unknown;
    must_read(sd_bus_message_enter_container(call, SD_BUS_TYPE_ARRAY, "(isvu)"));
    while (must_read(sd_bus_message_enter_container(call, SD_BUS_TYPE_STRUCT, "isvu"))) {
      const int number = read_one(call);
      const auto what = read_text(call);
      must_read(sd_bus_message_skip(call, "vu"));
      must_read(sd_bus_message_exit_container(call));
      if (!menu.take_event(number, what.c_str())) unknown.push_back(number);
    }
    must_read(sd_bus_message_exit_container(call));
    return reply_to(call, [&](sd_bus_message* reply) { write_numbers(reply, unknown); });
  }

  /// The menu is always as it should be, so what is asked for is never in need of an update.
  static int about_to_show(sd_bus_message* call, TrayMenu& menu) {
    const int number = read_one(call);
    if (menu.menu_.find(number) == nullptr) throw no_item(number);
    return sd_bus_reply_method_return(call, "b", 0);
  }

  static int about_to_show_group(sd_bus_message* call, TrayMenu& menu) {
    auto numbers = read_numbers(call);
    std::erase_if(numbers, [&](int number) { return menu.menu_.find(number) != nullptr; });
    return reply_to(call, [&](sd_bus_message* reply) {
      write_numbers(reply, {});
      write_numbers(reply, numbers);
    });
  }

  template <auto write>
  static int get(sd_bus* /*bus*/, const char* /*path*/, const char* /*interface*/, const char* /*property*/,
                 sd_bus_message* reply, void* /*object*/, sd_bus_error* error) noexcept {
    return answer_call(error, [&] {
      write(reply);
      return 1;
    });
  }
};

namespace {

void write_version(sd_bus_message* to) {
  must_write(sd_bus_message_append(to, "u", 3U));
}
void write_direction(sd_bus_message* to) {
  write_text(to, "ltr");
}
void write_status(sd_bus_message* to) {
  write_text(to, "normal");
}
void write_icon_paths(sd_bus_message* to) {
  open_array(to, "s");
  close_container(to);
}

constexpr auto open_to_all = SD_BUS_VTABLE_UNPRIVILEGED;
constexpr auto constant = SD_BUS_VTABLE_PROPERTY_CONST;

}  // namespace

// NOLINTBEGIN: what libsystemd's macros unfold to
const sd_bus_vtable TrayMenu::Table::rows[] = {
    SD_BUS_VTABLE_START(0),
    SD_BUS_PROPERTY("Version", "u", get<write_version>, 0, constant),
    SD_BUS_PROPERTY("TextDirection", "s", get<write_direction>, 0, constant),
    SD_BUS_PROPERTY("Status", "s", get<write_status>, 0, constant),
    SD_BUS_PROPERTY("IconThemePath", "as", get<write_icon_paths>, 0, constant),
    SD_BUS_METHOD_WITH_ARGS("GetLayout", SD_BUS_ARGS("i", parentId, "i", recursionDepth, "as", propertyNames),
                            SD_BUS_RESULT("u", revision, "(ia{sv}av)", layout), answer<get_layout>, open_to_all),
    SD_BUS_METHOD_WITH_ARGS("GetGroupProperties", SD_BUS_ARGS("ai", ids, "as", propertyNames),
                            SD_BUS_RESULT("a(ia{sv})", properties), answer<get_group_properties>, open_to_all),
    SD_BUS_METHOD_WITH_ARGS("GetProperty", SD_BUS_ARGS("i", id, "s", name), SD_BUS_RESULT("v", value),
                            answer<get_property>, open_to_all),
    SD_BUS_METHOD_WITH_ARGS("Event", SD_BUS_ARGS("i", id, "s", eventId, "v", data, "u", timestamp), SD_BUS_NO_RESULT,
                            answer<event>, open_to_all),
    SD_BUS_METHOD_WITH_ARGS("EventGroup", SD_BUS_ARGS("a(isvu)", events), SD_BUS_RESULT("ai", idErrors),
                            answer<event_group>, open_to_all),
    SD_BUS_METHOD_WITH_ARGS("AboutToShow", SD_BUS_ARGS("i", id), SD_BUS_RESULT("b", needUpdate), answer<about_to_show>,
                            open_to_all),
    SD_BUS_METHOD_WITH_ARGS("AboutToShowGroup", SD_BUS_ARGS("ai", ids),
                            SD_BUS_RESULT("ai", updatesNeeded, "ai", idErrors), answer<about_to_show_group>,
                            open_to_all),
    SD_BUS_SIGNAL_WITH_ARGS("ItemsPropertiesUpdated", SD_BUS_ARGS("a(ia{sv})", updatedProps, "a(ias)", removedProps),
                            0),
    SD_BUS_SIGNAL_WITH_ARGS("LayoutUpdated", SD_BUS_ARGS("u", revision, "i", parent), 0),
    SD_BUS_VTABLE_END,
};
// NOLINTEND

TrayMenu::TrayMenu(BusConnection& bus, Tray::OnChoice on_choice)
    : bus_{bus}, on_choice_{std::move(on_choice)}, object_{bus.offer(interface, Table::rows, this)} {}

void TrayMenu::show(const std::vector<MenuItem>& menu, bool tells) {
  const auto changes = menu_.take(menu);
  if (!tells) return;
  if (!changes.items.empty()) tell_items(changes.items);
  if (changes.layout) tell_layout();
}

void TrayMenu::tell_items(const std::vector<int>& numbers) {
  const auto signal = bus_.prepare_signal(interface, "ItemsPropertiesUpdated");
  if (!signal) return;
  write_items(signal.get(), menu_, numbers, {});
  open_array(signal.get(), "(ias)");
  close_container(signal.get());
  bus_.send(signal);
}

void TrayMenu::tell_layout() {
  const auto signal = bus_.prepare_signal(interface, "LayoutUpdated");
  if (!signal) return;
  must_write(sd_bus_message_append(signal.get(), "ui", menu_.revision(), NumberedMenu::root));
  bus_.send(signal);
}

bool TrayMenu::take_event(int number, const char* event) {
  if (number == NumberedMenu::root) return true;
  const auto* key = menu_.key_of(number);
  if (key == nullptr) return false;
  const auto* item = menu_.find(number);
  const bool can_be_chosen = item == nullptr || item->shown.enabled;
  if (std::string_view{event} == "clicked" && can_be_chosen) on_choice_(std::string{*key});
  return true;
}

}  // namespace calmcalf
