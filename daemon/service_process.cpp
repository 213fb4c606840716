// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "service_process.hpp"

#include <csignal>
#include <cstdlib>
#include <optional>
#include <string>
#include <system_error>
#include <vector>

#include <boost/asio/io_context.hpp>
#include <fmt/format.h>

#include "adapters/inotify/path_watch.hpp"
#include "adapters/libnotify/libnotify_notifier.hpp"
#include "adapters/sdbus/login_session.hpp"
#include "adapters/systemd/systemd_supervisor.hpp"
#include "adapters/systemd/watchdog.hpp"
#include "adapters/timerfd/system_clock.hpp"
#include "adapters/timerfd/timerfd_wakeup_timer.hpp"
#include "adapters/toml/routine_file.hpp"
#include "adapters/xdg/file_places.hpp"
#include "adapters/zone/glib_zones.hpp"
#include "app/reminder_service.hpp"
#include "app/telling.hpp"
#include "open_history.hpp"
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

/// Because somebody says so, or because its file has changed.
void read_schedule_again(ReminderService& service, Supervisor& supervisor, Log& log) {
  supervisor.reloading();
  const bool is_good = service.reload();
  log_mistakes(service.problems(), log);
  log.info(is_good ? "The schedule was read." : "The schedule was read; what was in force stays in force.");
  supervisor.ready();
  supervisor.status(status_line(service));
}

void follow_zone(ReminderService& service, Supervisor& supervisor, Log& log) {
  if (!service.system_zone_changed()) return;
  log.notice(fmt::format("The time zone is now {}.", service.evening().schedule().zone().name()));
  supervisor.status(status_line(service));
}

/// What can be the schedule. A relative path is meant from where the program was started.
std::vector<std::filesystem::path> schedules_of(const Arguments& arguments, const FilePlaces& places) {
  if (!arguments.schedule) return places.schedules();
  std::error_code error;
  const auto file = std::filesystem::absolute(*arguments.schedule, error);
  return {error ? *arguments.schedule : file};
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
  const auto history = open_history(arguments.history.value_or(places.history), log);
  const auto schedules = schedules_of(arguments, places);
  RoutineFile schedule{[&] { return arguments.schedule ? schedules.front() : places.schedule(); },
                       [&](const std::string& name) { return zones.find(name) != nullptr; },
                       places.state_folder / "routine.toml"};
  LibnotifyNotifier notifier{loop.get_executor(), popup_record()};
  ReminderService service{{clock, timer, notifier, *history, zones, schedule, log}};

  service.observe([&](const Happening& happening) {
    log.info(to_line(happening, service.evening().schedule().zone()));
    supervisor.status(status_line(service));
  });
  const auto reload = [&] { read_schedule_again(service, supervisor, log); };
  const auto say_unwatched = [&](const std::string& what) {
    log.notice(what + ". After a change of the schedule or the time zone, run: systemctl --user reload calmcalf");
  };
  const PathWatch schedule_watch{loop.get_executor(), schedules, {.on_change = reload, .on_unwatched = say_unwatched}};
  std::optional<PathWatch> zone_watch;
  if (const auto file = zones.system_file(); !file.empty())
    zone_watch.emplace(loop.get_executor(), std::vector{file},
                       PathWatch::Callbacks{.on_change = [&] { follow_zone(service, supervisor, log); },
                                            .on_unwatched = say_unwatched});
  const Signals signals{loop.get_executor(), {.on_reload = reload, .on_end = [&] {
                                                supervisor.stopping();
                                                service.stop();
                                                loop.stop();
                                              }}};
  service.session_locked();  // as far as is known yet: nothing is shown to a locked screen
  service.start();
  log_mistakes(service.problems(), log);
  supervisor.ready();
  supervisor.status(status_line(service));
  log.info("Ready. " + status_line(service));
  const LoginSession session{loop.get_executor(),
                             {.on_locked =
                                  [&] {
                                    log.info("The screen is locked.");
                                    service.session_locked();
                                  },
                              .on_unlocked =
                                  [&] {
                                    log.info("The screen is not locked.");
                                    service.session_unlocked();
                                  },
                              .on_woke =
                                  [&] {
                                    log.info("The machine woke.");
                                    service.machine_woke();
                                  }},
                             log};
  loop.run();
  return 0;
}

}  // namespace calmcalf
