// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>

#include "adapters/toml/routine_text.hpp"
#include "ports/schedule_source.hpp"

namespace calmcalf {

/// Says which file the schedule is now: one that takes precedence can appear while the service runs.
using FindsFile = std::function<std::filesystem::path()>;

/// A schedule in a TOML file. It need not be there, and is never written to.
class RoutineFile final : public ScheduleSource {
 public:
  /// `kept_copy` is the file that keeps the last good schedule from one run to the next; none: it is remembered for as
  /// long as this object lives, as suits commands that only look.
  RoutineFile(FindsFile finds_file, KnowsZone knows_zone,
              std::optional<std::filesystem::path> kept_copy = std::nullopt);
  RoutineFile(std::filesystem::path path, KnowsZone knows_zone,
              std::optional<std::filesystem::path> kept_copy = std::nullopt);

  /// That no copy can be kept is a caution, and names the copy's file.
  [[nodiscard]] Reading read() override;

  /// Without mistakes where there is a routine: they would name places in another file than the user's.
  [[nodiscard]] Reading last_good() override;

 private:
  FindsFile finds_file_;
  KnowsZone knows_zone_;
  std::optional<std::filesystem::path> kept_copy_;
  std::shared_ptr<const Routine> last_good_;
};

}  // namespace calmcalf
