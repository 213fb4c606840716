// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <map>
#include <optional>
#include <set>
#include <vector>

#include "domain/ledger.hpp"
#include "domain/schedule.hpp"

namespace calmcalf {

/// A snooze or an end of an occurrence that has not been taken back.
struct Turn {
  State to = State::snoozed;  ///< snoozed, or an end
  Instant at;
  Source source = Source::service;
  std::optional<Instant> until;  ///< of a snooze
  int order = 0;                 ///< by which of two turns came later, over all occurrences and diaries
};

/// What the ledger says of one occurrence.
struct Progress {
  Subject subject;
  int shows = 0;
  int repeats = 0;  ///< since it was due, or since its last snooze
  /// When it last reminded, at first, again or after a snooze. A popup that is put back reminds of nothing anew.
  Instant reminded_at;
  bool dismissed = false;            ///< since it was last shown
  bool shown_since_snoozed = false;  ///< a snooze that is over stays over, whatever the clock says
  std::vector<Turn> turns;

  [[nodiscard]] const Turn* latest() const { return turns.empty() ? nullptr : &turns.back(); }
  [[nodiscard]] bool has_ended() const { return !turns.empty() && is_end(turns.back().to); }
  [[nodiscard]] int snoozes() const;

  /// When the last snooze is or was over; none where none is in force.
  [[nodiscard]] std::optional<Instant> snoozed_until() const;
  /// The same as it was before the last turn.
  [[nodiscard]] std::optional<Instant> snoozed_until_before_last() const;
};

/// A change to a night's diary that has not been taken back.
struct DiaryTurn {
  NightDiary before;
  Instant at;
  Source source = Source::service;
  int order = 0;  ///< as a Turn's
};

/// What the ledger says of one night as a whole.
struct NightProgress {
  std::vector<BedtimeMove> moves;
  NightDiary diary;
  std::vector<DiaryTurn> diary_turns;
  bool checked = false;  ///< the morning's question has been on the screen
  bool question_closed = false;
  bool hinted = false;  ///< the advice to see a doctor has been on the screen
  bool hint_closed = false;
};

/// A stretch of time in which everything was held.
struct Pause {
  Instant from;
  Instant until;
  bool cut_short = false;  ///< by resuming, at `until`
};

/// The ledger, folded: what it amounts to now. Applying the same entries in the same order gives the same standing.
class Standing {
 public:
  Standing() = default;
  explicit Standing(const Ledger& ledger);

  void apply(const Entry& entry);

  /// Null where the ledger does not speak of it.
  [[nodiscard]] const Progress* progress(const OccurrenceId& id) const;
  [[nodiscard]] const NightProgress* night(Night night) const;
  [[nodiscard]] const std::vector<BedtimeMove>& moves(Night night) const;

  [[nodiscard]] const std::map<OccurrenceId, Progress>& occurrences() const { return occurrences_; }
  [[nodiscard]] const std::map<Night, NightProgress>& nights() const { return nights_; }

  /// When something was last recorded, leaving out what a clock that was ahead dated later than `now`; the beginning of
  /// time where nothing was.
  [[nodiscard]] Instant last_recorded(Instant now) const;

  [[nodiscard]] bool was_paused_at(Instant instant) const;
  /// When the pause in force at `now` ends; none where nothing is paused.
  [[nodiscard]] std::optional<Instant> paused_until(Instant now) const;

  /// Lets go of everything before `night`.
  void forget_before(Night night);

 private:
  Progress& progress_of(const Subject& subject);
  NightDiary& begin_diary_turn(Night night, const Entry& entry);

  std::map<OccurrenceId, Progress> occurrences_;
  std::map<Night, NightProgress> nights_;
  std::vector<Pause> pauses_;
  std::set<Instant> times_;  ///< of all entries
  int turns_ = 0;
};

}  // namespace calmcalf
