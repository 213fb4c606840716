// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/mistake.hpp"
#include "domain/occurrence.hpp"

namespace calmcalf {

/// A popup as the domain means it; which words it is shown in is decided elsewhere.
struct Popup {
  enum class Kind {
    step,
    summary,           ///< several steps at once
    morning_check,     ///< how was the night?
    doctor_hint,       ///< these cramps are worth an appointment
    schedule_mistake,  ///< the schedule cannot be used as it stands
  };

  std::string key;  ///< at most one popup of a key is on the screen
  Kind kind = Kind::step;
  Night night;
  std::vector<OccurrenceId> steps;  ///< one for a step, several for a summary
  Mistakes mistakes;                ///< of a schedule mistake
  bool quiet = false;               ///< brings an open popup up to date: no sound
};

/// The key of a step's own popup, and back; none for keys of other popups.
[[nodiscard]] std::string popup_key(const OccurrenceId& id);
[[nodiscard]] std::optional<OccurrenceId> occurrence_of_key(std::string_view key);

}  // namespace calmcalf
