// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <vector>

#include "domain/ledger.hpp"
#include "domain/routine.hpp"

namespace calmcalf {

/// What to do for some seconds of a guided exercise. While resting, `round` and `side` are those that come next.
struct GuidePhase {
  enum class Kind { hold, rest };

  Kind kind = Kind::hold;
  int round = 1;  ///< from 1
  std::optional<Side> side;
  Duration length{0};

  friend bool operator==(const GuidePhase&, const GuidePhase&) = default;
};

/// From the first hold to the last, in order; phases that take no time are left out.
[[nodiscard]] std::vector<GuidePhase> phases_of(const Guide& guide);

/// A guided exercise as it stands at some second.
struct GuideView {
  GuidePhase phase;  ///< the last one where it is over
  int rounds = 1;
  bool has_rests = false;  ///< it is held and relaxed, rather than gone on with
  Duration left{0};        ///< of the phase
  int percent = 0;         ///< of the whole, 0 to 100
  bool paused = false;
  bool over = false;

  friend bool operator==(const GuideView&, const GuideView&) = default;
};

/// A guided exercise under way. It knows the time by being told. Time that leapt (the machine slept, the clock was set)
/// is not time in which somebody stretched: it is not counted, and the exercise waits for them.
class GuideRun {
 public:
  /// More than this at once is a leap.
  static constexpr Duration leap{60};

  GuideRun(OccurrenceId occurrence, Source source, const Guide& guide, Instant now);

  void advance(Instant now);
  void pause() { paused_ = true; }
  void go_on() { paused_ = false; }

  [[nodiscard]] const OccurrenceId& occurrence() const { return occurrence_; }
  [[nodiscard]] Source source() const { return source_; }
  [[nodiscard]] bool is_over() const { return elapsed_ >= length_; }
  [[nodiscard]] GuideView view() const;
  /// When what it shows next changes: at a new phase, every five seconds, and each of the last ten. None while paused.
  [[nodiscard]] std::optional<Instant> next_change() const;
  /// When the phase ends. None while paused.
  [[nodiscard]] std::optional<Instant> phase_ends() const;

 private:
  struct Place {
    const GuidePhase* phase;
    Duration left;
  };
  [[nodiscard]] Place place() const;

  OccurrenceId occurrence_;
  Source source_;
  std::vector<GuidePhase> phases_;
  int rounds_;
  Duration length_{0};
  Duration elapsed_{0};
  Instant told_;
  bool paused_ = false;
};

}  // namespace calmcalf
