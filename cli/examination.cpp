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
#include "cli/session_start.hpp"
#include "cli/usable_schedule.hpp"
#include "cli/user_unit.hpp"
#include "domain/tr_noop.hpp"
#include "language/tr.hpp"

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

Finding examine_schedule(const std::filesystem::path& file, const Reading& reading, const Surroundings& surroundings) {
  const auto name = printable(file.string());
  const auto errors = std::ranges::count(reading.mistakes, Mistake::Severity::error, &Mistake::severity);
  if (errors > 0)
    return {tr_noop("schedule"), Verdict::bad, tr_plural("{1} has {0} mistake", "{1} has {0} mistakes", errors, name),
            "calmcalf edit"};
  if (file == surroundings.places.starter)
    return {tr_noop("schedule"), Verdict::limited, tr("the starter schedule is in force ({})", name),
            tr("write your own: calmcalf init")};
  const auto cautions = std::ssize(reading.mistakes);
  const auto steps = tr_plural("{} step", "{} steps", std::ssize(reading.routine->steps));
  return {tr_noop("schedule"),
          Verdict::good,
          cautions == 0
              ? fmt::format("{}: {}", name, steps)
              : tr("{}: {}, {} (see: calmcalf check)", name, steps, tr_plural("{} caution", "{} cautions", cautions)),
          {}};
}

Finding examine_zone(const Reading& reading, const Zones& zones) {
  const auto pinned = reading.routine == nullptr ? std::nullopt : reading.routine->timezone;
  if (pinned) return {tr_noop("time zone"), Verdict::good, tr("{}, as the schedule says", *pinned), {}};
  return {tr_noop("time zone"), Verdict::good, tr("{}, the system's", printable(zones.system()->name())), {}};
}

Finding examine_history(const std::filesystem::path& file) {
  const auto name = printable(file.string());
  try {
    static_cast<void>(SqliteHistory::open_for_reading(file));
    return {tr_noop("history"), Verdict::good, name, {}};
  } catch (const HistoryError& error) {
    if (error.kind() == HistoryError::Kind::missing)
      return {tr_noop("history"), Verdict::good, tr("{} is begun with the first answer", name), {}};
    return {tr_noop("history"), Verdict::bad, printable(error.what()), {}};
  }
}

/// How systemd has the unit, if there is a systemd for the user.
std::optional<SessionStart::Unit> own_unit(Bus& bus) {
  try {
    const auto path = bus.call(user_systemd, "LoadUnit", {unit}).at(0).get<std::string>();
    const auto state = bus.properties({user_systemd.name, path, "org.freedesktop.systemd1.Unit"});
    return SessionStart::Unit{state.at("LoadState").get<std::string>(), state.at("ActiveState").get<std::string>(),
                              state.at("UnitFileState").get<std::string>()};
  } catch (const BusCallError&) {
    return std::nullopt;
  }
}

SessionStart session_start(Bus& bus, const Surroundings& surroundings) {
  return {.unit = own_unit(bus),
          .has_graphical_target = has_graphical_session_target(bus),
          .autostart = AutostartFile::find(Environment::of_this_process()),
          .installed = surroundings.executable_folder.parent_path() / "etc/xdg/autostart" / AutostartFile::name};
}

Finding examine_service(Bus& bus, const SessionStart& start) {
  if (bus.has_owner(Service::bus_name)) return {tr_noop("service"), Verdict::good, tr("it runs"), {}};
  return {tr_noop("service"), Verdict::bad, tr("it does not run, so nothing reminds"), start.how_to_start()};
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
      findings.push_back({tr_noop("notifications"), Verdict::good, name, {}});
    else
      findings.push_back({tr_noop("notifications"), Verdict::limited, tr("{}: its popups have no buttons", name),
                          tr("answer in the tray, or by: calmcalf done STEP")});
    if (can("sound"))
      findings.push_back({tr_noop("sound"), Verdict::good, tr("the notification server plays it"), {}});
    else
      findings.push_back(
          {tr_noop("sound"), Verdict::limited, tr("the notification server does not say that it plays any"), {}});
    return findings;
  } catch (const BusCallError& error) {
    if (error.is_no_answer())
      return {{tr_noop("notifications"), Verdict::bad, tr("the notification server does not answer"),
               tr("log out and in again")}};
    return {{tr_noop("notifications"), Verdict::bad, tr("no notification server runs, so no popup can be shown"),
             tr("start one with your session, such as dunst or mako; popups that wait are shown then")}};
  }
}

Finding examine_tray(Bus& bus) {
  try {
    if (bus.property(tray_watcher, "IsStatusNotifierHostRegistered").get<bool>())
      return {tr_noop("tray"), Verdict::good, tr("there is a place for icons"), {}};
  } catch (const BusCallError&) {
    // said below
  }
  return {tr_noop("tray"), Verdict::limited, tr("nothing shows tray icons; all else works"),
          tr("on GNOME install the extension AppIndicator; elsewhere add a tray to the panel")};
}

Finding examine_lock() {
  try {
    auto bus = Bus::system();
    const auto locked = bus.property(own_session, "LockedHint").get<bool>();
    return {
        tr_noop("screen lock"), Verdict::good, locked ? tr("logind says: locked") : tr("logind says: not locked"), {}};
  } catch (const std::exception&) {
    return {tr_noop("screen lock"),
            Verdict::limited,
            tr("logind says nothing of this session: reminders do not wait for you to unlock"),
            {}};
  }
}

std::vector<Finding> examine_session(const Surroundings& surroundings) {
  try {
    auto bus = Bus::session();
    const auto start = session_start(bus, surroundings);
    std::vector<Finding> findings{
        {tr_noop("session bus"), Verdict::good, tr("it answers"), {}}, examine_service(bus, start), start.finding()};
    for (auto& finding : examine_notifications(bus)) findings.push_back(std::move(finding));
    findings.push_back(examine_tray(bus));
    return findings;
  } catch (const std::system_error& error) {
    return {{tr_noop("session bus"), Verdict::bad, tr("there is none here ({})", error.code().message()),
             tr("run this within your desktop session")}};
  }
}

}  // namespace

std::vector<Finding> examine(const std::filesystem::path& schedule, const std::filesystem::path& history,
                             const Surroundings& surroundings) {
  const auto reading = read_schedule(schedule, surroundings.zones);
  std::vector<Finding> findings{examine_schedule(schedule, reading, surroundings),
                                examine_zone(reading, surroundings.zones), examine_history(history)};
  for (auto& finding : examine_session(surroundings)) findings.push_back(std::move(finding));
  findings.push_back(examine_lock());
  return findings;
}

}  // namespace calmcalf::cli
