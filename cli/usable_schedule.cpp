// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/usable_schedule.hpp"

#include <string>

#include "adapters/toml/routine_file.hpp"
#include "cli/failure.hpp"
#include "cli/printable.hpp"
#include "language/tr.hpp"

namespace calmcalf::cli {

std::filesystem::path schedule_file(const Invocation& invocation, const Surroundings& surroundings) {
  const auto given = invocation.value("--schedule");
  return given ? std::filesystem::path{*given} : surroundings.places.schedule();
}

Reading read_schedule(const std::filesystem::path& file, const Zones& zones) {
  return RoutineFile{file, [&](const std::string& name) { return zones.find(name) != nullptr; }}.read();
}

std::shared_ptr<const Routine> routine_in_force(const std::optional<std::string>& given,
                                                const Surroundings& surroundings) {
  const auto& places = surroundings.places;
  const auto read = [&](const std::filesystem::path& file) { return read_schedule(file, surroundings.zones).routine; };
  if (given) return read(*given);
  auto routine = read(places.schedule());
  return routine != nullptr ? routine : read(places.kept_schedule);
}

Schedule usable_schedule(const Invocation& invocation, const Surroundings& surroundings) {
  const auto reading = read_schedule(schedule_file(invocation, surroundings), surroundings.zones);
  if (reading.routine == nullptr) {
    auto lines = tr("the schedule cannot be used:");
    for (const auto& mistake : reading.mistakes) {
      if (mistake.severity == Mistake::Severity::error) lines += '\n' + printable(to_text(mistake));
    }
    throw Failure{lines};
  }
  return {reading.routine, surroundings.zones.pinned_or_system(reading.routine->timezone)};
}

}  // namespace calmcalf::cli
