// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/examination.hpp"

#include <algorithm>
#include <system_error>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "adapters/sqlite/sqlite_history.hpp"
#include "cli/printable.hpp"
#include "cli/service.hpp"
#include "cli/usable_schedule.hpp"

namespace calmcalf::cli {
namespace {

using Json = nlohmann::ordered_json;
using Verdict = Finding::Verdict;

const BusObject notifications{"org.freedesktop.Notifications", "/org/freedesktop/Notifications",
                              "org.freedesktop.Notifications"};
const BusObject tray_watcher{"org.kde.StatusNotifierWatcher", "/StatusNotifierWatcher",
                             "org.kde.StatusNotifierWatcher"};
const BusObject user_systemd{"org.freedesktop.systemd1", "/org/freedesktop/systemd1",
                             "org.freedesktop.systemd1.Manager"};
const BusObject own_session{"org.freedesktop.login1", "/org/freedesktop/login1/session/auto",
                            "org.freedesktop.login1.Session"};
constexpr const char* unit = "calmcalf.service";

std::string counted(std::ptrdiff_t count, std::string_view thing) {
  return fmt::format("{} {}{}", count, thing, count == 1 ? "" : "s");
}

Finding examine_schedule(const std::filesystem::path& file, const Reading& reading, const Surroundings& surroundings) {
  const auto name = printable(file.string());
  const auto errors = std::ranges::count(reading.mistakes, Mistake::Severity::error, &Mistake::severity);
  if (errors > 0)
    return {"schedule", Verdict::bad, fmt::format("{} has {}", name, counted(errors, "mistake")), "calmcalf edit"};
  if (file == surroundings.places.starter)
    return {"schedule", Verdict::limited, fmt::format("the starter schedule is in force ({})", name),
            "write your own: calmcalf init"};
  const auto cautions = std::ssize(reading.mistakes);
  const auto steps = counted(std::ssize(reading.routine->steps), "step");
  return {"schedule",
          Verdict::good,
          cautions == 0 ? fmt::format("{}: {}", name, steps)
                        : fmt::format("{}: {}, {} (see: calmcalf check)", name, steps, counted(cautions, "caution")),
          {}};
}

Finding examine_zone(const Reading& reading, const Zones& zones) {
  const auto pinned = reading.routine == nullptr ? std::nullopt : reading.routine->timezone;
  if (pinned) return {"time zone", Verdict::good, fmt::format("{}, as the schedule says", *pinned), {}};
  return {"time zone", Verdict::good, fmt::format("{}, the system's", printable(zones.system()->name())), {}};
}

Finding examine_history(const std::filesystem::path& file) {
  const auto name = printable(file.string());
  try {
    static_cast<void>(SqliteHistory::open_for_reading(file));
    return {"history", Verdict::good, name, {}};
  } catch (const HistoryError& error) {
    if (error.kind() == HistoryError::Kind::missing)
      return {"history", Verdict::good, fmt::format("{} is begun with the first answer", name), {}};
    return {"history", Verdict::bad, printable(error.what()), {}};
  }
}

/// How systemd has the unit, if there is a systemd for the user.
Finding examine_unit(Bus& bus) {
  try {
    const auto path = bus.call(user_systemd, "LoadUnit", {unit}).at(0).get<std::string>();
    const auto state = bus.properties({user_systemd.name, path, "org.freedesktop.systemd1.Unit"});
    const auto load = state.at("LoadState").get<std::string>();
    const auto active = state.at("ActiveState").get<std::string>();
    const auto enabled = state.at("UnitFileState").get<std::string>();
    if (load != "loaded")
      return {"unit", Verdict::limited, fmt::format("systemd knows no {} ({})", unit, load),
              "install Calmcalf, or start calmcalfd with your session"};
    const auto says = fmt::format("{}, {}", active, enabled);
    if (active == "failed") return {"unit", Verdict::bad, says, "see why: journalctl --user -u calmcalf -e"};
    if (enabled != "enabled")
      return {"unit", Verdict::limited, says + ": it does not start with your session",
              "systemctl --user enable --now calmcalf"};
    return {"unit", Verdict::good, says, {}};
  } catch (const BusCallError&) {
    return {"unit", Verdict::limited, "there is no systemd for your session",
            "see to it that calmcalfd is started with your session"};
  }
}

Finding examine_service(Bus& bus) {
  if (bus.has_owner(Service::bus_name)) return {"service", Verdict::good, "it runs", {}};
  return {"service", Verdict::bad, "it does not run, so nothing reminds", "systemctl --user start calmcalf"};
}

std::vector<std::string> strings_of(const Json& list) {
  std::vector<std::string> strings;
  for (const auto& item : list) strings.push_back(printable(item.get<std::string>()));
  return strings;
}

std::vector<Finding> examine_notifications(Bus& bus) {
  try {
    const auto server = bus.call(notifications, "GetServerInformation");
    const auto capabilities = strings_of(bus.call(notifications, "GetCapabilities").at(0));
    const auto can = [&](const char* what) { return std::ranges::find(capabilities, what) != capabilities.end(); };
    const auto name = fmt::format("{} {} ({})", printable(server.at(0).get<std::string>()),
                                  printable(server.at(2).get<std::string>()), fmt::join(capabilities, ", "));
    std::vector<Finding> findings;
    if (can("actions"))
      findings.push_back({"notifications", Verdict::good, name, {}});
    else
      findings.push_back({"notifications", Verdict::limited, name + ": its popups have no buttons",
                          "answer in the tray, or by: calmcalf done STEP"});
    if (can("sound"))
      findings.push_back({"sound", Verdict::good, "the notification server plays it", {}});
    else
      findings.push_back({"sound", Verdict::limited, "the notification server does not say that it plays any", {}});
    return findings;
  } catch (const BusCallError& error) {
    if (error.is_no_answer())
      return {{"notifications", Verdict::bad, "the notification server does not answer", "log out and in again"}};
    return {{"notifications", Verdict::bad, "no notification server runs, so no popup can be shown",
             "start one with your session, such as dunst or mako; popups that wait are shown then"}};
  }
}

Finding examine_tray(Bus& bus) {
  try {
    if (bus.property(tray_watcher, "IsStatusNotifierHostRegistered").get<bool>())
      return {"tray", Verdict::good, "there is a place for icons", {}};
  } catch (const BusCallError&) {
    // said below
  }
  return {"tray", Verdict::limited, "nothing shows tray icons; all else works",
          "on GNOME install the extension AppIndicator; elsewhere add a tray to the panel"};
}

Finding examine_lock() {
  try {
    auto bus = Bus::system();
    const auto locked = bus.property(own_session, "LockedHint").get<bool>();
    return {"screen lock", Verdict::good, fmt::format("logind says: {}", locked ? "locked" : "not locked"), {}};
  } catch (const std::exception&) {
    return {"screen lock",
            Verdict::limited,
            "logind says nothing of this session: reminders do not wait for you to unlock",
            {}};
  }
}

std::vector<Finding> examine_session() {
  try {
    auto bus = Bus::session();
    std::vector<Finding> findings{
        {"session bus", Verdict::good, "it answers", {}}, examine_service(bus), examine_unit(bus)};
    for (auto& finding : examine_notifications(bus)) findings.push_back(std::move(finding));
    findings.push_back(examine_tray(bus));
    return findings;
  } catch (const std::system_error& error) {
    return {{"session bus", Verdict::bad, fmt::format("there is none here ({})", error.code().message()),
             "run this within your desktop session"}};
  }
}

}  // namespace

std::vector<Finding> examine(const std::filesystem::path& schedule, const std::filesystem::path& history,
                             const Surroundings& surroundings) {
  const auto reading = read_schedule(schedule, surroundings.zones);
  std::vector<Finding> findings{examine_schedule(schedule, reading, surroundings),
                                examine_zone(reading, surroundings.zones), examine_history(history)};
  for (auto& finding : examine_session()) findings.push_back(std::move(finding));
  findings.push_back(examine_lock());
  return findings;
}

}  // namespace calmcalf::cli
