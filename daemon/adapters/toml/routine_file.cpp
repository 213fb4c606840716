// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/toml/routine_file.hpp"

#include <utility>

#include "adapters/toml/file_content.hpp"
#include "adapters/toml/kept_copy.hpp"

namespace calmcalf {

RoutineFile::RoutineFile(FindsFile finds_file, KnowsZone knows_zone, std::optional<std::filesystem::path> kept_copy)
    : finds_file_{std::move(finds_file)}, knows_zone_{std::move(knows_zone)}, kept_copy_{std::move(kept_copy)} {}

RoutineFile::RoutineFile(std::filesystem::path path, KnowsZone knows_zone,
                         std::optional<std::filesystem::path> kept_copy)
    : RoutineFile{[path = std::move(path)] { return path; }, std::move(knows_zone), std::move(kept_copy)} {}

Reading RoutineFile::read() {
  const auto path = finds_file_();
  const auto content = toml_file::read_file(path);
  if (!content.bytes) return {nullptr, {{path.string(), 1, 1, "", content.mistake, Mistake::Severity::error}}};
  Reading reading = read_routine(*content.bytes, path.string(), knows_zone_);
  if (!reading.routine) return reading;
  last_good_ = reading.routine;
  if (!kept_copy_) return reading;
  auto problem = toml_file::keep_copy(*kept_copy_, *content.bytes);
  if (!problem.empty()) {
    reading.mistakes.push_back({kept_copy_->string(), 1, 1, "", std::move(problem), Mistake::Severity::caution});
  }
  return reading;
}

Reading RoutineFile::last_good() {
  if (last_good_ || !kept_copy_) return {last_good_, {}};
  const auto content = toml_file::read_file(*kept_copy_);
  if (!content.bytes) return {};
  Reading reading = read_routine(*content.bytes, kept_copy_->string(), knows_zone_);
  if (!reading.routine) return reading;
  last_good_ = reading.routine;
  return {last_good_, {}};
}

}  // namespace calmcalf
