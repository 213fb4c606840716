// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
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

/// What can be recorded. Each alternative has its kind, by which files know it: never rename one.
namespace entry {

/// The service began to run, or went on by a clock that was set back.
struct Started {
  static constexpr std::string_view kind = "started";
  friend bool operator==(const Started&, const Started&) = default;
};

/// The schedule was replaced, or its zone. What was over by then under the new one was never due.
struct Rescheduled {
  static constexpr std::string_view kind = "rescheduled";
  friend bool operator==(const Rescheduled&, const Rescheduled&) = default;
};

/// A notification server said that it has the popup.
struct Shown {
  static constexpr std::string_view kind = "shown";
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
  static constexpr std::string_view kind = "dismissed";
  Subject subject;

  friend bool operator==(const Dismissed&, const Dismissed&) = default;
};

struct Snoozed {
  static constexpr std::string_view kind = "snoozed";
  Subject subject;
  Instant until;

  friend bool operator==(const Snoozed&, const Snoozed&) = default;
};

/// The occurrence is over. A later one corrects an earlier one; both stay in the ledger.
struct Ended {
  static constexpr std::string_view kind = "ended";
  Subject subject;
  State how = State::done;  ///< an end state

  friend bool operator==(const Ended&, const Ended&) = default;
};

/// Takes the latest Snoozed or Ended of the occurrence back that has not been taken back yet.
struct Undone {
  static constexpr std::string_view kind = "undone";
  Subject subject;

  friend bool operator==(const Undone&, const Undone&) = default;
};

struct Paused {
  static constexpr std::string_view kind = "paused";
  Instant until;

  friend bool operator==(const Paused&, const Paused&) = default;
};

struct Resumed {
  static constexpr std::string_view kind = "resumed";
  friend bool operator==(const Resumed&, const Resumed&) = default;
};

struct BedtimeMoved {
  static constexpr std::string_view kind = "bedtime_moved";
  Night night;
  Duration by{0};

  friend bool operator==(const BedtimeMoved&, const BedtimeMoved&) = default;
};

struct Cramped {
  static constexpr std::string_view kind = "cramp";
  Night night;
  Cramp cramp;

  friend bool operator==(const Cramped&, const Cramped&) = default;
};

/// What is known of a cramp now, all of it.
struct CrampAmended {
  static constexpr std::string_view kind = "cramp_amended";
  Night night;
  CrampId id;
  Cramp cramp;

  friend bool operator==(const CrampAmended&, const CrampAmended&) = default;
};

/// It was none: written down by mistake.
struct CrampRemoved {
  static constexpr std::string_view kind = "cramp_removed";
  Night night;
  CrampId id;

  friend bool operator==(const CrampRemoved&, const CrampRemoved&) = default;
};

/// A night without a cramp: missing is not none.
struct NoCramp {
  static constexpr std::string_view kind = "no_cramp";
  Night night;

  friend bool operator==(const NoCramp&, const NoCramp&) = default;
};

/// Takes the latest change to the night's diary back that has not been taken back yet.
struct DiaryUndone {
  static constexpr std::string_view kind = "diary_undone";
  Night night;

  friend bool operator==(const DiaryUndone&, const DiaryUndone&) = default;
};

/// The morning's question has been on the screen.
struct MorningChecked {
  static constexpr std::string_view kind = "morning_check";
  Night night;

  friend bool operator==(const MorningChecked&, const MorningChecked&) = default;
};

/// The advice to see a doctor has been on the screen.
struct DoctorHinted {
  static constexpr std::string_view kind = "doctor_hint";
  Night night;

  friend bool operator==(const DoctorHinted&, const DoctorHinted&) = default;
};

/// The morning's question was closed without an answer: it is not asked again.
struct QuestionClosed {
  static constexpr std::string_view kind = "question_closed";
  Night night;

  friend bool operator==(const QuestionClosed&, const QuestionClosed&) = default;
};

/// The advice to see a doctor was closed.
struct HintClosed {
  static constexpr std::string_view kind = "hint_closed";
  Night night;

  friend bool operator==(const HintClosed&, const HintClosed&) = default;
};

using Body = std::variant<Started, Rescheduled, Shown, Dismissed, Snoozed, Ended, Undone, Paused, Resumed, BedtimeMoved,
                          Cramped, CrampAmended, CrampRemoved, NoCramp, DiaryUndone, MorningChecked, DoctorHinted,
                          QuestionClosed, HintClosed>;

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

/// An entry with the id that it has on every machine that it is brought to.
struct IdentifiedEntry {
  std::string id;  ///< a UUID
  Entry entry;

  friend bool operator==(const IdentifiedEntry&, const IdentifiedEntry&) = default;
};

[[nodiscard]] std::string_view kind_of(const Entry& entry);

/// An empty body of that kind; none where there is no such kind.
[[nodiscard]] std::optional<entry::Body> body_of_kind(std::string_view kind);

[[nodiscard]] std::string_view name_of(entry::Shown::Why why);
[[nodiscard]] std::optional<entry::Shown::Why> showing_named(std::string_view name);

/// Null for entries that are not about an occurrence.
[[nodiscard]] const Subject* subject_of(const Entry& entry);

/// The night an entry is about; none for those about the service itself.
[[nodiscard]] std::optional<Night> night_of(const Entry& entry);

}  // namespace calmcalf
