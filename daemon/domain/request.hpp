// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <variant>
#include <vector>

#include "domain/diary.hpp"
#include "domain/ledger.hpp"
#include "domain/occurrence.hpp"

namespace calmcalf {

/// An occurrence as a person names it: a step, of the evening at hand, the one that asks to be answered now.
struct Target {
  StepId step;
  std::optional<Night> night;
  std::optional<int> number;
};

/// A cramp of the diary, as a person names it.
struct CrampTarget {
  std::optional<Night> night;  ///< none: the night at hand
  std::optional<int> number;   ///< from 1, in the order of recording; none: the latest
};

/// What a person, or a program on their behalf, asks for. Several targets are answered all, or none with a refusal.
namespace request {

struct Done {
  std::vector<Target> targets;
};

struct Skip {
  std::vector<Target> targets;
};

struct Snooze {
  std::vector<Target> targets;
  std::optional<Duration> length;  ///< none: the step's first one
};

/// Takes back the last answer: to a step; or of the evening, what was written into the diary included.
struct Undo {
  std::optional<StepId> step;
  std::optional<Night> night;
};

struct StartGuide {
  Target target;
};

struct StopGuide {};
struct PauseGuide {};
struct ResumeGuide {};

struct Pause {
  std::optional<Instant> until;  ///< none: 04:00 next
};

struct Resume {};

struct Later {
  Duration by{0};
};

struct LogCramp {
  Cramp cramp;
  std::optional<Night> night;  ///< none: the night of its time
  bool show_relief = false;    ///< what helps is wanted on the screen
};

struct LogNoCramp {
  std::optional<Night> night;  ///< none: the night at hand
};

struct AmendCramp {
  CrampTarget target;
  CrampChange change;
};

/// It was none.
struct RemoveCramp {
  CrampTarget target;
};

}  // namespace request

using Request =
    std::variant<request::Done, request::Skip, request::Snooze, request::Undo, request::StartGuide, request::StopGuide,
                 request::PauseGuide, request::ResumeGuide, request::Pause, request::Resume, request::Later,
                 request::LogCramp, request::LogNoCramp, request::AmendCramp, request::RemoveCramp>;

/// Why a request was refused, with what the sentence about it needs.
struct Refusal {
  enum class Why {
    unknown_step,       ///< `step`
    not_in_that_night,  ///< `step`, `night`
    night_to_come,      ///< `night`
    not_due_yet,        ///< `step`, `when` it is due
    already_over,       ///< `step`, `state`, `when` it ended
    no_snooze_left,     ///< `step`, `limit`
    past_the_evening,   ///< `step`, `when` the evening ends
    nothing_to_undo,
    no_guide,  ///< `step`
    no_guide_running,
    pause_in_the_past,  ///< `when`
    pause_too_long,     ///< `when` it must end by
    not_paused,
    too_late,                ///< bedtime would pass `when`
    cramp_in_the_future,     ///< `when`
    out_of_range,            ///< severity or minutes
    night_had_a_cramp,       ///< `night`
    no_such_cramp,           ///< `night`; `limit`: how many it has
    cramp_of_another_night,  ///< `night` it would be of
    not_recorded,            ///< `text`: why the disk would not take it
  };

  Why why = Why::unknown_step;
  StepId step;
  std::optional<Night> night;
  std::optional<Instant> when;
  State state = State::waiting;
  int limit = 0;
  std::string text;
};

}  // namespace calmcalf
