// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/sdbus/application_object.hpp"

#include <utility>

#include <fmt/format.h>

#include "adapters/sdbus/bus_answer.hpp"
#include "adapters/sdbus/bus_arguments.hpp"

namespace calmcalf {

namespace {

/// The path is the specification's: the application's id, in slashes.
const BusInterface application_interface{"/io/github/calmcalf/Calmcalf", "org.freedesktop.Application"};

void need_no_parameter(sd_bus_message* call) {
  must_read(sd_bus_message_enter_container(call, SD_BUS_TYPE_ARRAY, "v"));
  if (!must_read(sd_bus_message_at_end(call, 0))) throw BadArgument{"the action takes no parameter"};
}

}  // namespace

/// The interface as libsystemd wants it. What launchers tell of themselves ("platform_data") is for windows, and there
/// are none here.
struct ApplicationObject::Table {
  static const sd_bus_vtable rows[];

  static int activate(sd_bus_message* call, void* object, sd_bus_error* error) noexcept {
    return answer_call(error, [&] {
      static_cast<const ApplicationObject*>(object)->actions_.on_activate();
      return sd_bus_reply_method_return(call, nullptr);
    });
  }

  static int open(sd_bus_message* /*call*/, void* /*object*/, sd_bus_error* error) noexcept {
    return sd_bus_error_set(error, SD_BUS_ERROR_NOT_SUPPORTED, "Calmcalf opens no files");
  }

  static int activate_action(sd_bus_message* call, void* object, sd_bus_error* error) noexcept {
    return answer_call(error, [&] {
      const auto& action = static_cast<const ApplicationObject*>(object)->action_named(read_text(call));
      need_no_parameter(call);
      action();
      return sd_bus_reply_method_return(call, nullptr);
    });
  }
};

// NOLINTBEGIN: what libsystemd's macros unfold to
const sd_bus_vtable ApplicationObject::Table::rows[] = {
    SD_BUS_VTABLE_START(0),
    SD_BUS_METHOD_WITH_ARGS("Activate", SD_BUS_ARGS("a{sv}", platform_data), SD_BUS_NO_RESULT, activate,
                            SD_BUS_VTABLE_UNPRIVILEGED),
    SD_BUS_METHOD_WITH_ARGS("Open", SD_BUS_ARGS("as", uris, "a{sv}", platform_data), SD_BUS_NO_RESULT, open,
                            SD_BUS_VTABLE_UNPRIVILEGED),
    SD_BUS_METHOD_WITH_ARGS("ActivateAction", SD_BUS_ARGS("s", action_name, "av", parameter, "a{sv}", platform_data),
                            SD_BUS_NO_RESULT, activate_action, SD_BUS_VTABLE_UNPRIVILEGED),
    SD_BUS_VTABLE_END,
};
// NOLINTEND

ApplicationObject::ApplicationObject(BusConnection& bus, Actions actions)
    : actions_{std::move(actions)}, object_{bus.offer(application_interface, Table::rows, this)} {}

const std::function<void()>& ApplicationObject::action_named(const std::string& name) const {
  const auto found = actions_.named.find(name);
  if (found == actions_.named.end()) throw BadArgument{fmt::format("there is no action \"{:.64}\"", name)};
  return found->second;
}

}  // namespace calmcalf
