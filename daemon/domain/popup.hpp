// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/guided_exercise.hpp"
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
    guide,             ///< a guided exercise: what to do now
    relief,            ///< what helps in a cramp, one thing after another
    follow_up,         ///< more about a cramp, one question after another
  };

  /// How bad was it? Did it wake you? Which leg?
  enum class Question { severity, woke, side };

  std::string key;  ///< at most one popup of a key is on the screen
  Kind kind = Kind::step;
  Night night;
  std::vector<OccurrenceId> steps;  ///< one for a step, several for a summary
  Mistakes mistakes;                ///< of a schedule mistake
  bool quiet = false;               ///< brings an open popup up to date: no sound
  OccurrenceId guided{};            ///< of a guide
  GuideView guide{};
  std::size_t page = 0;                    ///< of relief, from 0
  Question question = Question::severity;  ///< of a follow-up
  int cramp = 0;                           ///< which of the night's, from 1
};

/// Whether there is nothing in one that is not in the other, but for the sound. That a mistake is another night's makes
/// none.
[[nodiscard]] bool say_the_same(const Popup& one, const Popup& other);

/// The key of a step's own popup, and back; none for keys of other popups.
[[nodiscard]] std::string popup_key(const OccurrenceId& id);
[[nodiscard]] std::optional<OccurrenceId> occurrence_of_key(std::string_view key);

}  // namespace calmcalf
