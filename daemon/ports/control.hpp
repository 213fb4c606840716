// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "domain/guided_exercise.hpp"
#include "domain/mistake.hpp"
#include "domain/moment.hpp"
#include "domain/occurrence.hpp"
#include "domain/request.hpp"

namespace calmcalf {

/// The evening at hand in plain values, for whoever shows it elsewhere: programs on the bus, the tray.
struct Tonight {
  /// What matters most about it, for an icon.
  enum class Mood {
    resting,  ///< nothing more is to come
    waiting,  ///< something is
    due,      ///< something asks to be answered
    paused,
    problem,  ///< the schedule cannot be used as it stands
  };

  struct Step {
    OccurrenceId id;
    std::string title;
    Moment at;
    State state = State::waiting;
    std::optional<Moment> snoozed_until;
    int snoozes = 0;
    std::vector<Duration> may_snooze;  ///< for how long; empty where a snooze would be refused
    bool has_guide = false;

    friend bool operator==(const Step&, const Step&) = default;
  };

  /// The next reminder, which may be of a later night.
  struct Next {
    OccurrenceId id;
    std::string title;
    Moment at;

    friend bool operator==(const Next&, const Next&) = default;
  };

  /// A guided exercise under way. It changes with each phase, not each second.
  struct Guide {
    OccurrenceId id;
    std::string title;
    std::string doing;  ///< what to do now, in words
    GuidePhase phase;
    int rounds = 1;
    Duration left{0};                  ///< of the phase, when it began or was paused
    std::optional<Moment> phase_ends;  ///< none: it is paused

    friend bool operator==(const Guide&, const Guide&) = default;
  };

  Mood mood = Mood::resting;
  Night night;
  Moment bedtime;
  std::optional<Moment> paused_until;
  std::vector<Step> steps;  ///< in order of time; with what other nights have open now
  std::optional<Next> next;
  std::optional<Guide> guide;
  Mistakes problems;

  friend bool operator==(const Tonight&, const Tonight&) = default;
};

[[nodiscard]] constexpr std::string_view name_of(Tonight::Mood mood) {
  switch (mood) {
    case Tonight::Mood::resting:
      return "resting";
    case Tonight::Mood::waiting:
      return "waiting";
    case Tonight::Mood::due:
      return "due";
    case Tonight::Mood::paused:
      return "paused";
    case Tonight::Mood::problem:
      break;
  }
  return "problem";
}

/// A request that was not granted: why, for programs and in a sentence for people.
struct Refused {
  Refusal::Why why;
  std::string text;
};

/// What the service does for whoever asks from outside. One thread: it is called on the service's own.
class Control {
 public:
  Control() = default;
  Control(const Control&) = delete;
  Control& operator=(const Control&) = delete;
  virtual ~Control() = default;

  [[nodiscard]] virtual Tonight tonight() const = 0;

  /// The zone in force and its clock, by which times are meant that somebody names.
  [[nodiscard]] virtual const Zone& zone() const = 0;
  [[nodiscard]] virtual Instant now() const = 0;

  /// Does what is asked, or says why not. What is not refused is on disk.
  virtual std::optional<Refused> ask(const Request& request, Source source) = 0;

  /// Reads the schedule again. Returns what is wrong with it: with errors among it, what was in force stays so.
  virtual Mistakes reload() = 0;

  /// Takes up what another program has written into the history. Throws HistoryError.
  virtual void reread_history() = 0;
};

}  // namespace calmcalf
