// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "service_process.hpp"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <optional>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <fmt/format.h>
#include <malloc.h>

#include "adapters/inotify/path_watch.hpp"
#include "adapters/libnotify/libnotify_notifier.hpp"
#include "adapters/memory/unneeded_memory.hpp"
#include "adapters/process/process_runner.hpp"
#include "adapters/sdbus/application_object.hpp"
#include "adapters/sdbus/control_object.hpp"
#include "adapters/sdbus/file_opener.hpp"
#include "adapters/sdbus/login_session.hpp"
#include "adapters/sdbus/tray_item.hpp"
#include "adapters/systemd/systemd_supervisor.hpp"
#include "adapters/systemd/watchdog.hpp"
#include "adapters/timerfd/system_clock.hpp"
#include "adapters/timerfd/timerfd_wakeup_timer.hpp"
#include "adapters/toml/routine_file.hpp"
#include "adapters/xdg/executable_folder.hpp"
#include "adapters/xdg/file_places.hpp"
#include "adapters/xdg/xdg_folders.hpp"
#include "adapters/zone/glib_zones.hpp"
#include "app/hooks.hpp"
#include "app/reminder_service.hpp"
#include "app/service_control.hpp"
#include "app/telling.hpp"
#include "app/tray_choice.hpp"
#include "app/tray_desk.hpp"
#include "app/wording.hpp"
#include "language/tr.hpp"
#include "open_history.hpp"
#include "report_errand.hpp"
#include "ring_errand.hpp"
#include "signals.hpp"

namespace calmcalf {

namespace {

/// Where the popups on the screen are noted, for a successor to find them; nowhere without a runtime folder.
std::filesystem::path popup_record() {
  const char* runtime = std::getenv("XDG_RUNTIME_DIR");  // NOLINT(concurrency-mt-unsafe): before any thread
  if (runtime == nullptr || *runtime != '/') return {};
  return std::filesystem::path{runtime} / "calmcalf" / "popups";
}

/// What can be the schedule. A relative path is meant from where the program was started.
std::vector<std::filesystem::path> schedules_of(const Arguments& arguments, const FilePlaces& places) {
  if (!arguments.schedule) return places.schedules();
  std::error_code error;
  const auto file = std::filesystem::absolute(*arguments.schedule, error);
  return {error ? *arguments.schedule : file};
}

/// Whether the desktop's icon theme has one of ours: once it is installed to where themes are looked for.
bool is_in_icon_theme(const std::string& icon) {
  const auto folders = XdgFolders::in(Environment::of_this_process());
  const auto has_it = [&](const std::filesystem::path& data) {
    std::error_code ignored;
    return std::filesystem::exists(data / "icons/hicolor/scalable/status" / (icon + ".svg"), ignored);
  };
  return has_it(folders.data_home) || std::ranges::any_of(folders.data_dirs, has_it);
}

/// Shorter rests are not worth the page faults at their end.
constexpr auto long_rest = std::chrono::minutes{1};

/// The parts of the service, put together. Members are made in the order in which they need each other.
class ServiceProcess {
 public:
  ServiceProcess(const Arguments& arguments, Log& log)
      : log_{log},
        places_{FilePlaces::usual()},
        is_schedule_given_{arguments.schedule.has_value()},
        schedules_{schedules_of(arguments, places_)},
        watchdog_{loop_.get_executor()},
        timer_{loop_.get_executor()},
        history_{open_history(arguments.history.value_or(places_.history), log)},
        schedule_{[this] { return schedule_file(); },
                  [this](const std::string& name) { return zones_.find(name) != nullptr; }, places_.kept_schedule},
        notifier_{loop_.get_executor(), popup_record(), chime_},
        service_{{clock_, timer_, notifier_, *history_, zones_, schedule_, log}},
        runner_{loop_.get_executor(), log, {}},
        hooks_{[this]() -> const Schedule& { return service_.evening().schedule(); }, runner_},
        control_{service_, [this] { read_schedule_again(); }},
        report_{loop_.get_executor(),
                report_command(),
                {.on_written = [this] { open_report(); },
                 .on_failed = [this](const std::string& why) { service_.say(refusal_notice(why)); }}} {}

  int run() {
    service_.observe([this](const Happening& happening) { tell(happening); });
    service_.observe_bedtime([this](Night night, Instant at) { hooks_.bedtime(night, at); });
    service_.follow([this] { refresh(); });
    follow_files();
    const Signals signals{loop_.get_executor(),
                          {.on_reload = [this] { read_schedule_again(); }, .on_end = [this] { end(); }}};
    service_.session_locked();  // as far as is known yet: nothing is shown to a locked screen
    service_.start();
    log_mistakes();
    offer_control();
    loop_.run();
    return exit_status_;
  }

 private:
  [[nodiscard]] std::filesystem::path schedule_file() const {
    return is_schedule_given_ ? schedules_.front() : places_.schedule();
  }

  void follow_files() {
    const auto say_unwatched = [this](const std::string& what) {
      log_.notice(what + ". After a change of the schedule or the time zone, run: systemctl --user reload calmcalf");
    };
    schedule_watch_.emplace(
        loop_.get_executor(), schedules_,
        PathWatch::Callbacks{.on_change = [this] { read_schedule_again(); }, .on_unwatched = say_unwatched});
    if (const auto file = zones_.system_file(); !file.empty())
      zone_watch_.emplace(loop_.get_executor(), std::vector{file},
                          PathWatch::Callbacks{.on_change = [this] { follow_zone(); }, .on_unwatched = say_unwatched});
  }

  /// Without the session bus nothing can be shown or answered. All that matters is on disk, so it is left to the
  /// supervisor to start the service again, on the next bus.
  void offer_control() {
    bus_.emplace(loop_.get_executor(), BusConnection::Bus::session, [this](std::error_code why) {
      log_.error(fmt::format("The session bus is lost ({}). The service ends, to be started again.", why.message()));
      exit_status_ = 1;
      end();
    });
    control_object_.emplace(*bus_, control_, log_, [this] { say_ready(); });
    file_opener_.emplace(*bus_, log_);
    tray_.emplace(loop_.get_executor(), *bus_, is_in_icon_theme, log_);
    tray_desk_.emplace(control_, *tray_,
                       TrayDesk::Callbacks{
                           .on_refused = [this](const Refused& refused) { service_.say(refusal_notice(refused.text)); },
                           .on_report = [this] { report_.run(); },
                           .on_edit = [this] { edit_schedule(); },
                           .on_quit = [this] { end(); }});
    tray_desk_->refresh();
    application_.emplace(*bus_, launcher_actions());
  }

  /// A click on the application itself is for the report.
  [[nodiscard]] ApplicationObject::Actions launcher_actions() {
    ApplicationObject::Actions actions{.on_activate = [this] { report_.run(); }, .named = {}};
    for (const auto* key : {choice::report, choice::cramp, choice::pause_until_morning})
      actions.named.emplace(key, [this, key] { tray_desk_->choose(key, Source::bus); });
    return actions;
  }

  /// Whoever waited for the service to start may talk to it now.
  void say_ready() {
    supervisor_.ready();
    supervisor_.status(status_line());
    log_.info("Ready. " + status_line());
    session_.emplace(
        loop_.get_executor(),
        LoginSession::Callbacks{
            .on_locked = [this] { lock(); }, .on_unlocked = [this] { unlock(); }, .on_woke = [this] { wake(); }},
        log_);
  }

  void tell(const Happening& happening) {
    log_.info(to_line(happening, service_.evening().schedule().zone()));
    has_news_ = true;
    hooks_.take(happening);
    if (control_object_) control_object_->tell(happening);
  }

  void refresh() {
    if (std::exchange(has_news_, false)) supervisor_.status(status_line());
    if (control_object_) control_object_->refresh();
    if (tray_desk_) tray_desk_->refresh();
    if (service_.rests_for(long_rest)) rest();
  }

  /// Once all that is under way is done: what the next deadline needs is long to come.
  void rest() {
    if (std::exchange(is_about_to_rest_, true)) return;
    boost::asio::post(loop_, [this] {
      is_about_to_rest_ = false;
      give_back_unneeded_memory();
    });
  }

  /// Because somebody says so, or because its file has changed.
  void read_schedule_again() {
    supervisor_.reloading();
    const bool is_good = service_.reload();
    log_mistakes();
    log_.info(is_good ? "The schedule was read." : "The schedule was read; what was in force stays in force.");
    supervisor_.ready();
    supervisor_.status(status_line());
    refresh();  // cautions come and go without an event
  }

  /// The starter schedule is nobody's to change.
  void edit_schedule() {
    const auto file = schedule_file();
    std::error_code ignored;
    if (file == places_.starter || !std::filesystem::exists(file, ignored))
      return service_.say(refusal_notice(tr("There is no schedule of your own yet. Make one with: calmcalf init")));
    file_opener_->open(file, [this, file] {
      service_.say(refusal_notice(tr("Nothing on this desktop opens the schedule. It is {}", file.string())));
    });
  }

  /// What the command is told that writes the report, of this service's own files.
  [[nodiscard]] std::vector<std::string> report_command() const {
    std::vector<std::string> words{command_beside(executable_folder()).string(),
                                   "report",
                                   "--history",
                                   history_->file().string(),
                                   "--output",
                                   report_file().string()};
    if (is_schedule_given_) words.insert(words.end(), {"--schedule", schedules_.front().string()});
    return words;
  }
  [[nodiscard]] std::filesystem::path report_file() const { return history_->file().parent_path() / "report.html"; }

  void open_report() {
    file_opener_->open(report_file(), [this] {
      service_.say(refusal_notice(tr("Nothing on this desktop opens the report. It is {}", report_file().string())));
    });
  }

  void follow_zone() {
    if (!service_.system_zone_changed()) return;
    log_.notice(fmt::format("The time zone is now {}.", service_.evening().schedule().zone().name()));
    supervisor_.status(status_line());
  }

  void lock() {
    log_.info("The screen is locked.");
    service_.session_locked();
  }

  void unlock() {
    log_.info("The screen is not locked.");
    service_.session_unlocked();
  }

  void wake() {
    log_.info("The machine woke.");
    service_.machine_woke();
  }

  void end() {
    supervisor_.stopping();
    service_.stop();
    loop_.stop();
  }

  /// One line for `systemctl --user status`.
  [[nodiscard]] std::string status_line() const {
    for (const auto& problem : service_.problems())
      if (problem.severity == Mistake::Severity::error) return "The schedule has a mistake: " + to_text(problem);
    const auto& evening = service_.evening();
    const auto status = evening.status(service_.now());
    if (!status.next) return "Nothing is due";
    return "Next: " + to_line(status.next->due, evening.schedule().zone(), status.next->id.step.text);
  }

  void log_mistakes() {
    for (const auto& mistake : service_.problems())
      log_.write(mistake.severity == Mistake::Severity::error ? Log::Level::error : Log::Level::notice,
                 to_text(mistake));
  }

  Log& log_;
  const FilePlaces places_;
  const bool is_schedule_given_;
  const std::vector<std::filesystem::path> schedules_;
  boost::asio::io_context loop_{1};
  SystemdSupervisor supervisor_;
  const Watchdog watchdog_;
  SystemClock clock_;
  TimerfdWakeupTimer timer_;
  GlibZones zones_;
  const std::unique_ptr<SqliteHistory> history_;
  RoutineFile schedule_;
  RingErrand chime_{loop_.get_executor(), log_};
  LibnotifyNotifier notifier_;
  ReminderService service_;
  ProcessRunner runner_;
  EventHooks hooks_;
  ServiceControl control_;
  ReportErrand report_;
  std::optional<BusConnection> bus_;
  std::optional<ControlObject> control_object_;
  std::optional<FileOpener> file_opener_;
  std::optional<TrayItem> tray_;
  std::optional<TrayDesk> tray_desk_;
  std::optional<ApplicationObject> application_;
  std::optional<PathWatch> schedule_watch_;
  std::optional<PathWatch> zone_watch_;
  std::optional<LoginSession> session_;
  bool is_about_to_rest_ = false;
  bool has_news_ = false;  ///< something happened that the supervisor was not told of
  int exit_status_ = 0;
};

}  // namespace

int serve(const Arguments& arguments, Log& log) {
#ifdef __GLIBC__
  // The threads that GLib and libnotify bring allocate next to nothing: they need no heaps of their own.
  mallopt(M_ARENA_MAX, 1);
#endif
  return ServiceProcess{arguments, log}.run();
}

}  // namespace calmcalf
