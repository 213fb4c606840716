// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <variant>

#include "domain/happening.hpp"
#include "domain/ledger.hpp"
#include "domain/mistake.hpp"
#include "domain/popup.hpp"
#include "domain/routine.hpp"
#include "domain/zone.hpp"

namespace calmcalf {

/// What can happen to an evening. All of it has happened: an answer is an event only once it is on disk.
namespace event {

/// The service begins to run.
struct Began {};

/// The service is about to end in good order.
struct Ending {};

/// A deadline was reached, the clock was set, the machine woke: time is not what it was.
struct TimePassed {};

/// Entries that are on disk: answers, pauses, diary.
struct Recorded {
  Ledger entries;
  bool show_relief = false;  ///< what helps in a cramp is wanted on the screen
};

/// Of an occurrence that is planned and has a guide.
struct GuideStarted {
  OccurrenceId occurrence;
  Source source = Source::service;
};

struct GuideStopped {};
/// Only while there is a guide.
struct GuidePaused {};
/// Only while there is a guide.
struct GuideResumed {};

/// What helps in a cramp is wanted on the screen: the page-th thing, from 0, or none any more.
struct ReliefTurned {
  std::optional<std::size_t> page;
};

/// The question about a cramp that is on the screen was answered.
struct FollowedUp {};

struct Rescheduled {
  std::shared_ptr<const Routine> routine;
  std::shared_ptr<const Zone> zone;
};

/// The schedule was changed to one with mistakes: the one in force stays.
struct ScheduleRejected {
  Mistakes mistakes;
};

/// After mistakes it says again what is in force.
struct ScheduleMended {};

struct ZoneChanged {
  std::shared_ptr<const Zone> zone;
};

struct Locked {};
struct Unlocked {};

/// The notification server has the popup.
struct PopupShown {
  std::string key;
};

struct PopupFailed {
  std::string key;
  bool no_server = false;  ///< wait for one; otherwise it may take the popup a little later
};

/// The popup left the screen without an answer.
struct PopupClosed {
  std::string key;
};

/// A click on the popup itself, which is no answer: it is wanted on the screen again.
struct PopupClicked {
  std::string key;
};

/// The steps of a summary are wanted one by one.
struct SummarySplit {
  std::string key;
};

struct ServerGone {};
struct ServerBack {};

/// The server takes popups again; it has those that it had.
struct ServerAnswers {};

}  // namespace event

using Event =
    std::variant<event::Began, event::Ending, event::TimePassed, event::Recorded, event::GuideStarted,
                 event::GuideStopped, event::GuidePaused, event::GuideResumed, event::ReliefTurned, event::FollowedUp,
                 event::Rescheduled, event::ScheduleRejected, event::ScheduleMended, event::ZoneChanged, event::Locked,
                 event::Unlocked, event::PopupShown, event::PopupFailed, event::PopupClosed, event::PopupClicked,
                 event::SummarySplit, event::ServerGone, event::ServerBack, event::ServerAnswers>;

/// What is to be done about it, in this order.
namespace effect {

/// Facts of the service's own, to be kept. Where the disk does not take them now, they are kept later.
struct Record {
  Ledger entries;
};

struct Show {
  Popup popup;
};

struct Withdraw {
  std::string key;
};

struct Publish {
  Happening happening;
};

/// It is the bedtime of an evening that is no rest day. Told once each time that it comes while the service runs.
struct Bedtime {
  Night night;
  Instant at;
};

}  // namespace effect

using Effect = std::variant<effect::Record, effect::Show, effect::Withdraw, effect::Publish, effect::Bedtime>;

}  // namespace calmcalf
