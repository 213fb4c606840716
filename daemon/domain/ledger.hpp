// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string_view>
#include <variant>
#include <vector>

#include "domain/diary.hpp"
#include "domain/occurrence.hpp"

namespace calmcalf {

/// Where an entry came from.
enum class Source { notification, tray, command, bus, service, import };

[[nodiscard]] std::string_view name_of(Source source);
[[nodiscard]] std::optional<Source> source_named(std::string_view name);

/// What an entry says of an occurrence carries when that was due, so that a later edit of the schedule leaves the past
/// as it was.
struct Subject {
  OccurrenceId id;
  Instant due;
  Duration due_offset{0};  ///< local time minus UTC at `due`

  friend bool operator==(const Subject&, const Subject&) = default;
};

namespace entry {

/// The service began to run, or went on by a clock that was set back.
struct Started {
  friend bool operator==(const Started&, const Started&) = default;
};

/// The schedule was replaced, or its zone. What was over by then under the new one was never due.
struct Rescheduled {
  friend bool operator==(const Rescheduled&, const Rescheduled&) = default;
};

/// A notification server said that it has the popup.
struct Shown {
  enum class Why {
    first,   ///< for the first time
    repeat,  ///< it waits: counted against `repeat_at_most`
    again,   ///< a snooze is over, the popup was lost: not counted
  };
  Subject subject;
  Why why = Why::first;

  friend bool operator==(const Shown&, const Shown&) = default;
};

/// Its popup left the screen without an answer: closed, or expired. It stays due.
struct Dismissed {
  Subject subject;

  friend bool operator==(const Dismissed&, const Dismissed&) = default;
};

struct Snoozed {
  Subject subject;
  Instant until;

  friend bool operator==(const Snoozed&, const Snoozed&) = default;
};

/// The occurrence is over. A later one corrects an earlier one; both stay in the ledger.
struct Ended {
  Subject subject;
  State how = State::done;  ///< an end state

  friend bool operator==(const Ended&, const Ended&) = default;
};

/// Takes the latest Snoozed or Ended of the occurrence back that has not been taken back yet.
struct Undone {
  Subject subject;

  friend bool operator==(const Undone&, const Undone&) = default;
};

struct Paused {
  Instant until;

  friend bool operator==(const Paused&, const Paused&) = default;
};

struct Resumed {
  friend bool operator==(const Resumed&, const Resumed&) = default;
};

struct BedtimeMoved {
  Night night;
  Duration by{0};

  friend bool operator==(const BedtimeMoved&, const BedtimeMoved&) = default;
};

struct Cramped {
  Night night;
  Cramp cramp;

  friend bool operator==(const Cramped&, const Cramped&) = default;
};

/// A night without a cramp: missing is not none.
struct NoCramp {
  Night night;

  friend bool operator==(const NoCramp&, const NoCramp&) = default;
};

/// The morning's question has been on the screen.
struct MorningChecked {
  Night night;

  friend bool operator==(const MorningChecked&, const MorningChecked&) = default;
};

/// The advice to see a doctor has been on the screen.
struct DoctorHinted {
  Night night;

  friend bool operator==(const DoctorHinted&, const DoctorHinted&) = default;
};

/// The morning's question was closed without an answer: it is not asked again.
struct QuestionClosed {
  Night night;

  friend bool operator==(const QuestionClosed&, const QuestionClosed&) = default;
};

/// The advice to see a doctor was closed.
struct HintClosed {
  Night night;

  friend bool operator==(const HintClosed&, const HintClosed&) = default;
};

using Body = std::variant<Started, Rescheduled, Shown, Dismissed, Snoozed, Ended, Undone, Paused, Resumed, BedtimeMoved,
                          Cramped, NoCramp, MorningChecked, DoctorHinted, QuestionClosed, HintClosed>;

}  // namespace entry

/// One thing that was recorded. A ledger is an append-only list of these in the order of recording; state is a fold
/// over it. Its id belongs to where it is kept.
struct Entry {
  Instant at;
  Duration offset{0};  ///< local time minus UTC at `at`
  Source source = Source::service;
  entry::Body body;

  friend bool operator==(const Entry&, const Entry&) = default;
};

using Ledger = std::vector<Entry>;

/// Null for entries that are not about an occurrence.
[[nodiscard]] const Subject* subject_of(const Entry& entry);

/// The night an entry is about; none for those about the service itself.
[[nodiscard]] std::optional<Night> night_of(const Entry& entry);

}  // namespace calmcalf
