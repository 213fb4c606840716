// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
//
// What an evening writes down, and what it tells of.
#include <utility>

#include "domain/evening.hpp"

namespace calmcalf {

namespace {

using Kind = Happening::Kind;

Happening::Kind kind_of_end(State how) {
  switch (how) {
    case State::done:
      return Kind::done;
    case State::skipped:
      return Kind::skipped;
    case State::missed:
      return Kind::missed;
    case State::paused:
      return Kind::paused;
    default:
      return Kind::unseen;
  }
}

}  // namespace

Subject Evening::subject_of(const Occurrence& occurrence) const {
  return {occurrence.id, occurrence.due, schedule_.zone().offset_at(occurrence.due)};
}

void Evening::record(entry::Body body, Source source, Instant now, Outcome& out) {
  Entry entry{now, schedule_.zone().offset_at(now), source, std::move(body)};
  standing_.apply(entry);
  out.record.push_back(std::move(entry));
}

void Evening::end(const Slot& slot, State how, Source source, Instant now, Outcome& out) {
  record(entry::Ended{subject_of(slot.occurrence), how}, source, now, out);
  publish({.at = now,
           .kind = kind_of_end(how),
           .night = slot.occurrence.id.night,
           .occurrence = slot.occurrence.id,
           .source = source},
          out);
}

void Evening::publish(Happening happening, Outcome& out) {
  out.effects.emplace_back(effect::Publish{std::move(happening)});
}

void Evening::publish(Happening::Kind kind, const OccurrenceId& id, Instant now, Outcome& out) {
  publish({.at = now, .kind = kind, .night = id.night, .occurrence = id}, out);
}

/// What an answer has recorded.
void Evening::tell(const Entry& entry, Outcome& out) const {
  Happening told{.at = entry.at, .night = night_of(entry), .source = entry.source};
  if (const auto* subject = calmcalf::subject_of(entry); subject != nullptr) told.occurrence = subject->id;
  if (const auto* snoozed = std::get_if<entry::Snoozed>(&entry.body)) {
    told.kind = Kind::snoozed;
    told.until = snoozed->until;
  } else if (const auto* ended = std::get_if<entry::Ended>(&entry.body)) {
    told.kind = kind_of_end(ended->how);
  } else if (std::holds_alternative<entry::Undone>(entry.body) ||
             std::holds_alternative<entry::DiaryUndone>(entry.body)) {
    told.kind = Kind::undone;
  } else if (const auto* paused = std::get_if<entry::Paused>(&entry.body)) {
    told.kind = Kind::paused;
    told.until = paused->until;
  } else if (std::holds_alternative<entry::Resumed>(entry.body)) {
    told.kind = Kind::resumed;
  } else if (const auto* moved = std::get_if<entry::BedtimeMoved>(&entry.body)) {
    told.kind = Kind::bedtime_moved;
    told.until = bedtime(moved->night);
  } else if (std::holds_alternative<entry::Cramped>(entry.body)) {
    told.kind = Kind::cramp;
  } else if (std::holds_alternative<entry::NoCramp>(entry.body)) {
    told.kind = Kind::no_cramp;
  } else if (std::holds_alternative<entry::CrampAmended>(entry.body)) {
    told.kind = Kind::cramp_amended;
  } else {
    told.kind = Kind::cramp_removed;  // answers record nothing else
  }
  publish(std::move(told), out);
}

}  // namespace calmcalf
