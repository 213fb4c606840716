// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/ledger.hpp"
#include "domain/occurrence.hpp"

namespace calmcalf {

/// Something worth telling: what a story prints, the log notes, scripts watch and hooks run on.
struct Happening {
  enum class Kind {
    shown,     ///< a step's popup, the first time
    repeated,  ///< each later time
    summary,   ///< several late steps in one popup, the first time
    withdrawn,
    done,
    skipped,
    snoozed,
    missed,
    unseen,
    undone,  ///< without a step: the last change to the night's diary
    paused,  ///< without a step: everything until `until`; with one: how the step ended
    resumed,
    bedtime_moved,
    guide,  ///< a guided step began
    cramp,
    no_cramp,
    cramp_amended,
    cramp_removed,
    morning_check,
    doctor_hint,
    schedule_changed,
    schedule_rejected,
  };

  Instant at{};
  Kind kind = Kind::shown;
  std::optional<Night> night{};
  std::optional<OccurrenceId> occurrence{};
  std::vector<OccurrenceId> several{};  ///< of a summary
  std::optional<Instant> until{};       ///< of snoozed and paused; the new bedtime of bedtime_moved
  std::optional<Source> source{};       ///< of answers
  std::string text{};                   ///< of schedule_rejected: the first mistake
};

[[nodiscard]] std::string_view name_of(Happening::Kind kind);

}  // namespace calmcalf
