// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "rehearsal.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <system_error>

#include <boost/asio/io_context.hpp>
#include <fmt/format.h>

#include "adapters/libnotify/libnotify_notifier.hpp"
#include "adapters/timerfd/accelerated_clock.hpp"
#include "adapters/timerfd/accelerated_wakeup_timer.hpp"
#include "adapters/timerfd/system_clock.hpp"
#include "adapters/toml/routine_file.hpp"
#include "adapters/xdg/file_places.hpp"
#include "adapters/zone/glib_zones.hpp"
#include "app/reminder_service.hpp"
#include "app/telling.hpp"
#include "domain/iso8601.hpp"
#include "language/local_dates.hpp"
#include "language/tr.hpp"
#include "open_history.hpp"
#include "ring_errand.hpp"
#include "signals.hpp"

namespace calmcalf {

namespace {

constexpr int exit_problem = 1;
constexpr int exit_unusable = 2;

constexpr Duration real_length{60};
constexpr Duration lead{60};
/// Steps longer before bedtime than this are the day's, not the evening's.
constexpr Duration evening_before_bedtime = std::chrono::hours{6};

/// A folder that goes with the rehearsal.
class ThrowawayFolder {
 public:
  ThrowawayFolder() {
    auto name = (std::filesystem::temp_directory_path() / "calmcalf-rehearsal-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr)
      throw std::system_error{errno, std::generic_category(),
                              tr("a folder for the rehearsal could not be made: {}", name)};
    path_ = name;
  }
  ThrowawayFolder(const ThrowawayFolder&) = delete;
  ThrowawayFolder& operator=(const ThrowawayFolder&) = delete;
  ~ThrowawayFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

/// What is played: a stretch of the evening of one night.
struct Scene {
  Night night;
  Instant from;
  Instant until;
  int speed = 1;
};

Night night_at_hand(const Schedule& schedule, Instant now) {
  auto night = schedule.date_of(now) - 1;
  while (now >= schedule.handover(night)) night = night.next();
  return night;
}

std::optional<Instant> first_step(const Schedule& schedule, Night night) {
  std::optional<Instant> first;
  const auto evening_begins = schedule.bedtime(night) - evening_before_bedtime;
  for (const auto& occurrence : schedule.occurrences(night)) {
    if (occurrence.due < evening_begins || occurrence.due >= schedule.evening_end(night)) continue;
    first = std::min(first.value_or(occurrence.due), occurrence.due);
  }
  return first;
}

Scene choose_scene(const Schedule& schedule, const RehearsalWish& wish, Instant now) {
  const auto& zone = schedule.zone();
  Scene scene{.night = night_at_hand(schedule, now), .from = {}, .until = {}};
  if (const auto* local = wish.from ? std::get_if<LocalTime>(&*wish.from) : nullptr) {
    scene.from = zone.to_instant(*local);
    scene.night = night_at_hand(schedule, scene.from);
  } else if (wish.from) {
    const auto time = std::get<TimeOfDay>(*wish.from);
    scene.from = zone.next_showing(time, zone.to_instant(scene.night.evening + std::chrono::hours{4}));
  } else {
    const auto first = first_step(schedule, scene.night);
    scene.from = first ? *first - lead : schedule.bedtime(scene.night) - lead;
  }
  scene.until = schedule.evening_end(scene.night);
  const auto whole_seconds = (scene.until - scene.from + real_length - Duration{1}) / real_length;
  scene.speed = wish.speed.value_or(static_cast<int>(std::max<Duration::rep>(1, whole_seconds)));
  return scene;
}

void print(std::string_view line) {
  std::fwrite(line.data(), 1, line.size(), stdout);
  std::fputc('\n', stdout);
  std::fflush(stdout);
}

void introduce(const Scene& scene, const Schedule& schedule) {
  const auto at = [&](Instant instant) { return clock_time(schedule.zone().to_local(instant)); };
  print(tr("The evening of {}: bed at {}. It runs from {} to {}, {} times as fast as real time.", to_iso(scene.night),
           at(schedule.bedtime(scene.night)), at(scene.from), at(scene.until), scene.speed));
}

/// Nothing before the scene was ever to be reminded of.
void begin_history(SqliteHistory& history, const Scene& scene, const Zone& zone) {
  if (!history.last(scene.from))
    history.append(Ledger{{scene.from, zone.offset_at(scene.from), Source::service, entry::Started{}}});
}

}  // namespace

int rehearse(const Arguments& arguments, Log& log) {
  const auto& wish = *arguments.rehearsal;
  const auto places = FilePlaces::usual();
  GlibZones zones;
  RoutineFile schedule_file{[&] { return arguments.schedule.value_or(places.schedule()); },
                            [&](const std::string& name) { return zones.find(name) != nullptr; }};
  const auto reading = schedule_file.read();
  if (reading.routine == nullptr) {
    for (const auto& mistake : reading.mistakes) fmt::print(stderr, "{}\n", to_text(mistake));
    return exit_problem;
  }
  const auto zone = zones.pinned_or_system(reading.routine->timezone);
  const Schedule schedule{reading.routine, zone};
  const auto scene = choose_scene(schedule, wish, SystemClock{}.now());
  if (scene.from >= scene.until) {
    log.error(
        fmt::format("The evening ends at {}; a rehearsal has to begin before.", to_iso(zone->to_local(scene.until))));
    return exit_unusable;
  }

  const ThrowawayFolder folder;
  const auto history = open_history(arguments.history.value_or(folder.path() / "history.db"), log);
  begin_history(*history, scene, *zone);

  boost::asio::io_context loop{1};
  RingErrand chime{loop.get_executor(), log};
  LibnotifyNotifier notifier{loop.get_executor(), {}, chime};
  AcceleratedClock clock{scene.from, scene.speed};
  AcceleratedWakeupTimer timer{loop.get_executor(), clock};
  AcceleratedWakeupTimer curtain{loop.get_executor(), clock};
  ReminderService service{{clock, timer, notifier, *history, zones, schedule_file, log}};
  service.observe([&](const Happening& happening) {
    print(wish.json ? to_json_line(happening, *zone) : to_line(happening, *zone));
  });
  const auto end = [&] {
    service.stop();
    loop.stop();
  };
  curtain.on_wakeup([&](WakeupTimer::Reason /*reason*/) { end(); });
  curtain.wake_at(scene.until);
  const Signals signals{loop.get_executor(), {.on_reload = {}, .on_end = end}};

  if (!wish.json) introduce(scene, schedule);
  service.start();
  loop.run();
  if (!wish.json) print(tr("The evening is over."));
  return 0;
}

}  // namespace calmcalf
