// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include <array>
#include <system_error>

#include "adapters/xdg/environment.hpp"
#include "cli/command.hpp"
#include "cli/invocation.hpp"
#include "cli/service.hpp"
#include "cli/surroundings.hpp"
#include "cli/user_unit.hpp"
#include "domain/tr_noop.hpp"
#include "language/tr.hpp"

namespace calmcalf::cli {
namespace {

/// What the service, its hooks, and the programs that open the report would have from a session that started them
/// itself.
constexpr std::array handed_over{
    "DISPLAY",
    "XAUTHORITY",
    "WAYLAND_DISPLAY",
    "SWAYSOCK",
    "I3SOCK",
    "DESKTOP_SESSION",
    "XDG_CURRENT_DESKTOP",
    "XDG_SESSION_ID",
    "XDG_SESSION_TYPE",
    "XDG_SESSION_CLASS",
    "XDG_SESSION_DESKTOP",
    "XDG_SEAT",
    "XDG_VTNR",
    "XDG_CONFIG_HOME",
    "XDG_CONFIG_DIRS",
    "XDG_DATA_HOME",
    "XDG_DATA_DIRS",
    "XDG_STATE_HOME",
    "PATH",
    "LANG",
    "LANGUAGE",
    "LC_ALL",
    "LC_MESSAGES",
    "LC_TIME",
};

void must_append(int result) {
  if (result < 0) throw std::system_error{-result, std::generic_category(), tr("the session's environment")};
}

/// The bus passes it on to systemd where that is what it starts services by.
void hand_over(const Environment& environment, Bus& bus) {
  bus.call_with(bus_driver, "UpdateActivationEnvironment", [&](sd_bus_message* message) {
    must_append(sd_bus_message_open_container(message, SD_BUS_TYPE_ARRAY, "{ss}"));
    for (const auto* name : handed_over)
      if (const auto value = environment.find(name))
        must_append(sd_bus_message_append(message, "{ss}", name, value->c_str()));
    must_append(sd_bus_message_close_container(message));
  });
}

ExitStatus run_autostart(const Invocation& /*invocation*/, Surroundings& surroundings) {
  auto bus = session_bus();
  if (bus.has_owner(Service::bus_name) || has_graphical_session_target(bus)) return ExitStatus::done;
  hand_over(Environment::of_this_process(), bus);
  if (!start_service(bus)) surroundings.out.line(tr(unit_is_masked));
  return ExitStatus::done;
}

}  // namespace

Command autostart_command() {
  return {.name = "autostart",
          .summary = tr_noop("start the service with a session that starts no units"),
          .about = tr_noop("For the desktop's autostart. Hands the session's environment (its display, desktop,\n"
                           "folders and language) to the session bus, and has that start the service: by\n"
                           "systemd where it runs. Does nothing where the service runs, or where the session\n"
                           "has graphical-session.target, which starts calmcalf.service where it is enabled.\n"
                           "A unit that is masked stays off: that is said, and no failure.\n"
                           "\n"
                           "Exit status: 3 there is no session bus, or the service does not start."),
          .examples = {{"calmcalf autostart", tr_noop("what /etc/xdg/autostart has it run")}},
          .is_hidden = true,
          .run = run_autostart};
}

}  // namespace calmcalf::cli
