// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
//
// A schedule's file, as `calmcalf check` and the service read it; a sound one is laid over a week with a change of the
// clocks.
#include "domain/schedule.hpp"

#include <string>

#include "adapters/toml/routine_file.hpp"
#include "adapters/zone/glib_zones.hpp"
#include "domain/iso8601.hpp"
#include "fuzz/mistakes.hpp"
#include "fuzz/scratch_file.hpp"

namespace calmcalf::fuzz {
namespace {

const GlibZones& known_zones() {
  static const GlibZones zones;
  return zones;
}

Reading read_bytes(std::string_view bytes) {
  const ScratchFile file{bytes};
  return RoutineFile{file.path(), [](const std::string& name) { return known_zones().find(name) != nullptr; }}.read();
}

void lay_over_a_week(const std::shared_ptr<const Routine>& routine) {
  const Schedule schedule{routine, known_zones().pinned_or_system(routine->timezone.value_or("Europe/Berlin"))};
  const auto first = parse_night("2026-10-22").value();
  for (auto night = first; night - first < 7; night = night.next()) {
    must_hold(schedule.beginning(night) < schedule.evening_end(night), "a night begins before its evening ends");
    const auto occurrences = schedule.occurrences(night);
    must_hold(occurrences.empty() || !schedule.is_rest_day(night), "nothing is due on a rest day");
    for (const auto& occurrence : occurrences) {
      must_hold(occurrence.id.night == night && occurrence.id.number >= 1, "an occurrence is of the night asked for");
      must_hold(routine->find(occurrence.id.step) != nullptr, "an occurrence is of a step in the routine");
      must_hold(occurrence.due <= occurrence.closes, "a window closes after it opens");
    }
  }
}

}  // namespace

void try_schedule(std::string_view bytes) {
  const auto reading = read_bytes(bytes);
  check_mistakes(reading.mistakes, bytes);
  must_hold((reading.routine == nullptr) == has_errors(reading.mistakes), "a schedule is usable, or has an error");
  if (reading.routine == nullptr) return;
  lay_over_a_week(reading.routine);
  const auto remarked = read_bytes(std::string{bytes} + "\n# a remark\n");
  must_hold(remarked.routine != nullptr && *remarked.routine == *reading.routine, "a remark changes nothing");
}

}  // namespace calmcalf::fuzz
