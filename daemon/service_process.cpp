// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "service_process.hpp"

#include <csignal>
#include <cstdlib>
#include <string>

#include <boost/asio/io_context.hpp>
#include <fmt/format.h>

#include "adapters/libnotify/libnotify_notifier.hpp"
#include "adapters/sqlite/sqlite_history.hpp"
#include "adapters/systemd/systemd_supervisor.hpp"
#include "adapters/systemd/watchdog.hpp"
#include "adapters/timerfd/system_clock.hpp"
#include "adapters/timerfd/timerfd_wakeup_timer.hpp"
#include "adapters/toml/routine_file.hpp"
#include "adapters/xdg/file_places.hpp"
#include "adapters/zone/glib_zones.hpp"
#include "app/reminder_service.hpp"
#include "app/telling.hpp"
#include "signals.hpp"

namespace calmcalf {

namespace {

/// Where the popups on the screen are noted, for a successor to find them; nowhere without a runtime folder.
std::filesystem::path popup_record() {
  const char* runtime = std::getenv("XDG_RUNTIME_DIR");  // NOLINT(concurrency-mt-unsafe): before any thread
  if (runtime == nullptr || *runtime != '/') return {};
  return std::filesystem::path{runtime} / "calmcalf" / "popups";
}

/// One line for `systemctl --user status`.
std::string status_line(const ReminderService& service) {
  for (const auto& problem : service.problems())
    if (problem.severity == Mistake::Severity::error) return "The schedule has a mistake: " + to_text(problem);
  const auto& evening = service.evening();
  const auto status = evening.status(service.now());
  if (!status.next) return "Nothing is due";
  return "Next: " + to_line(status.next->due, evening.schedule().zone(), status.next->id.step.text);
}

void log_mistakes(const Mistakes& mistakes, Log& log) {
  for (const auto& mistake : mistakes)
    log.write(mistake.severity == Mistake::Severity::error ? Log::Level::error : Log::Level::notice, to_text(mistake));
}

}  // namespace

int serve(const Arguments& arguments, Log& log) {
  const auto places = FilePlaces::usual();
  boost::asio::io_context loop{1};
  SystemdSupervisor supervisor;
  const Watchdog watchdog{loop.get_executor()};

  SystemClock clock;
  TimerfdWakeupTimer timer{loop.get_executor()};
  GlibZones zones;
  const auto history = SqliteHistory::open_for_service(arguments.history.value_or(places.history));
  if (const auto& damaged = history->damaged_file())
    log.error(fmt::format("The history was damaged. It is kept as {}, and a new one has begun.", damaged->string()));
  RoutineFile schedule{[&] { return arguments.schedule.value_or(places.schedule()); },
                       [&](const std::string& name) { return zones.find(name) != nullptr; },
                       places.state_folder / "routine.toml"};
  LibnotifyNotifier notifier{loop.get_executor(), popup_record()};
  ReminderService service{{clock, timer, notifier, *history, zones, schedule, log}};

  service.observe([&](const Happening& happening) {
    log.info(to_line(happening, service.evening().schedule().zone()));
    supervisor.status(status_line(service));
  });
  const Signals signals{loop.get_executor(),
                        {.on_reload =
                             [&] {
                               supervisor.reloading();
                               service.reload();
                               log_mistakes(service.problems(), log);
                               supervisor.ready();
                             },
                         .on_end =
                             [&] {
                               supervisor.stopping();
                               service.stop();
                               loop.stop();
                             }}};
  service.start();
  log_mistakes(service.problems(), log);
  supervisor.ready();
  supervisor.status(status_line(service));
  log.info("Ready. " + status_line(service));
  loop.run();
  return 0;
}

}  // namespace calmcalf
