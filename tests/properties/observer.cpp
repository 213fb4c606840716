// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "properties/observer.hpp"

#include <algorithm>
#include <memory>
#include <span>
#include <utility>

#include <fmt/format.h>

#include "domain/iso8601.hpp"

namespace calmcalf::properties {

namespace {

/// The loop may turn more than once at an instant, as when a server reports, but not for ever.
constexpr int turns_at_once_at_most = 500;
/// What costs most is looked at now and then.
constexpr int ended_once_in = 4;
constexpr int restored_once_in = 16;
/// Nights around now that can have something open.
constexpr int nights_around = 2;

std::string in_utc(Instant at) {
  return to_iso(LocalTime{at.time_since_epoch()}) + " UTC";
}

std::string name_of(const OccurrenceId& id) {
  return fmt::format("{} of {} number {}", id.step.text, to_iso(id.night), id.number);
}

const Step& step_of(const Evening& evening, const Occurrence& occurrence) {
  return evening.schedule().routine().steps.at(occurrence.step_index);
}

std::vector<Occurrence> around(const Evening& evening, Instant now) {
  std::vector<Occurrence> all;
  const auto today = evening.schedule().date_of(now);
  for (auto night = today - nights_around; night <= today + 1; night = night.next())
    for (auto& occurrence : evening.schedule().occurrences(night, evening.standing().moves(night)))
      all.push_back(std::move(occurrence));
  return all;
}

std::optional<Occurrence> planned(const Evening& evening, const OccurrenceId& id) {
  const auto all = evening.schedule().occurrences(id.night, evening.standing().moves(id.night));
  const auto found = std::ranges::find(all, id, &Occurrence::id);
  return found == all.end() ? std::nullopt : std::optional{*found};
}

/// How many statements of a kind there are.
template <class Action>
std::ptrdiff_t count_of(const story::Story& story) {
  return std::ranges::count_if(story.statements, [](const story::Statement& statement) {
    return std::holds_alternative<Action>(statement.action);
  });
}

}  // namespace

Observer::Observer(const story::Story& story)
    : has_edits_{count_of<story::Edit>(story) > 0},
      has_set_clock_{count_of<story::SetClock>(story) > 0},
      has_zones_{count_of<story::SetZone>(story) > 1} {}

bool Observer::Book::has_ended() const {
  return !turns.empty() && std::holds_alternative<entry::Ended>(turns.back());
}

std::optional<Instant> Observer::Book::snoozed_until() const {
  const auto* snooze = turns.empty() ? nullptr : std::get_if<entry::Snoozed>(&turns.back());
  return snooze == nullptr ? std::nullopt : std::optional{snooze->until};
}

void Observer::violate(const std::string& what, const OccurrenceId& id, Instant at) {
  violations_.push_back(fmt::format("{}: {}, at {}", what, name_of(id), in_utc(at)));
}

void Observer::happened(const Happening& happening) {
  using Kind = Happening::Kind;
  // What a clock that was ahead had written off is taken back when its night comes near, or at a restart before that.
  if (happening.kind == Kind::undone && !happening.source) return;
  switch (happening.kind) {
    case Kind::shown:
    case Kind::repeated:
    case Kind::summary:
    case Kind::withdrawn:
    case Kind::schedule_changed:
    case Kind::schedule_rejected:
      return;  // these depend on who has which popup
    default:
      tale_.push_back(fmt::format("{} {} {}", in_utc(happening.at), calmcalf::name_of(happening.kind),
                                  happening.occurrence ? name_of(*happening.occurrence) : ""));
  }
}

void Observer::refused(const std::string& statement) {
  tale_.push_back("refused " + statement);
}

void Observer::inspect(story::World& world) {
  count_turns_of_the_loop(world.now());
  if (!world.is_running() || world.is_asleep()) return;
  if (!first_start_) first_start_ = world.now();
  follow(world.history().entries(), world.service().evening());
  look_at_screen(world);
  if (++inspections_ % ended_once_in == 0) check_that_all_has_ended(world);
  if (inspections_ % restored_once_in == 0) compare_with_restored(world);
}

void Observer::count_turns_of_the_loop(Instant now) {
  turns_at_once_ = quiet_at_ == now ? turns_at_once_ + 1 : 0;
  quiet_at_ = now;
  if (turns_at_once_ > turns_at_once_at_most)
    throw Restless{fmt::format("the service does not come to rest at {}", in_utc(now))};
}

void Observer::follow(const Ledger& entries, const Evening& evening) {
  const auto news = std::span{entries}.subspan(entries_read_);
  schedule_just_changed_ = std::ranges::any_of(
      news, [](const Entry& entry) { return std::holds_alternative<entry::Rescheduled>(entry.body); });
  for (const auto& entry : news) {
    if (const auto* subject = subject_of(entry)) books_[subject->id].subject = *subject;
    std::visit([&](const auto& body) { note(entry, body, evening); }, entry.body);
  }
  entries_read_ = entries.size();
}

void Observer::note(const Entry& entry, const entry::Shown& body, const Evening& evening) {
  const auto& id = body.subject.id;
  auto& book = books_[id];
  if (book.has_ended()) violate("shown though it was over", id, entry.at);
  if (body.why == entry::Shown::Why::first && book.firsts++ > 0) violate("shown a first time again", id, entry.at);
  if (body.why == entry::Shown::Why::repeat) ++book.repeats;
  ++book.shows;
  if (schedule_just_changed_) return;

  const auto occurrence = planned(evening, id);
  if (!occurrence) return violate("shown though it is not in the schedule", id, entry.at);
  const auto& step = step_of(evening, *occurrence);
  const auto snoozed = book.snoozed_until();
  const auto opens = snoozed.value_or(occurrence->due);
  const auto closes = evening.schedule().window_end(step, id.night, opens, evening.standing().moves(id.night));
  if (entry.at >= closes) violate("shown when its window had closed", id, entry.at);
  if (book.shows == 1 && entry.at < opens && !has_set_clock_ && !has_zones_)
    violate("shown before it was due", id, entry.at);
  if (!has_edits_ && book.repeats > step.rules.repeat_at_most)
    violate("repeated more often than it may be", id, entry.at);
}

void Observer::note(const Entry& entry, const entry::Snoozed& body, const Evening& evening) {
  const auto& id = body.subject.id;
  auto& book = books_[id];
  if (book.has_ended()) violate("snoozed though it was over", id, entry.at);
  book.turns.emplace_back(body);
  book.repeats = 0;
  const auto end = evening.schedule().evening_end(id.night, evening.standing().moves(id.night));
  if (body.until > end) violate("snoozed past the end of the evening", id, entry.at);
}

void Observer::note(const Entry& entry, const entry::Ended& body, const Evening& evening) {
  const auto& id = body.subject.id;
  auto& book = books_[id];
  const auto is_ours = entry.source == Source::service;
  if (is_ours && book.has_ended()) violate("ended twice", id, entry.at);
  if (body.how == State::missed && book.shows == 0) violate("missed though never shown", id, entry.at);
  if (body.how == State::unseen && book.shows > 0) violate("unseen though shown", id, entry.at);
  const auto evening_end = evening.schedule().evening_end(id.night, evening.standing().moves(id.night));
  if (is_ours && std::min(book.snoozed_until().value_or(Instant::min()), evening_end) > entry.at)
    violate("ended by the service while a snooze was running", id, entry.at);
  book.turns.emplace_back(body);
}

void Observer::note(const Entry& entry, const entry::Undone& body, const Evening& /*evening*/) {
  auto& book = books_[body.subject.id];
  if (book.turns.empty()) return violate("taken back though nothing had been answered", body.subject.id, entry.at);
  book.turns.pop_back();
}

void Observer::look_at_screen(story::World& world) {
  using Server = SimulatedDesktop::Server;
  if (world.desktop().server() != Server::there) return;
  const auto& evening = world.service().evening();
  const auto now = world.now();
  std::set<OccurrenceId> screen;
  for (const auto& [key, notice] : world.desktop().screen())
    if (const auto* popup = evening.popup(key)) screen.insert(popup->steps.begin(), popup->steps.end());
  check_steps_on(screen, evening, world);
  for (const auto& [key, notice] : world.desktop().screen())
    if (const auto* popup = evening.popup(key); popup != nullptr && popup->steps.empty() && popup->mistakes.empty())
      screen.insert({popup->night, StepId{key}, 0});
  // What a clock that was ahead had shown stays; after a restart it comes back when its night is near.
  std::erase_if(screen, [&](const OccurrenceId& id) {
    const auto occurrence = planned(evening, id);
    return occurrence && occurrence->due > now;
  });
  if (!world.is_locked()) screens_[now] = std::move(screen);  // behind a lock nobody sees it
}

void Observer::check_steps_on(const std::set<OccurrenceId>& screen, const Evening& evening, story::World& world) {
  const auto now = world.now();

  const auto is_paused = evening.standing().paused_until(now).has_value();
  if (is_paused && !screen.empty()) violate("on the screen during a pause", *screen.begin(), now);
  for (const auto& id : screen)
    if (books_[id].has_ended()) violate("on the screen though it is over", id, now);

  for (const auto& occurrence : around(evening, now)) {
    const auto state = evening.state(occurrence, now);
    if (state != State::due && screen.contains(occurrence.id))
      violate("on the screen though it is not due", occurrence.id, now);
    const auto* progress = evening.standing().progress(occurrence.id);
    const auto was_closed = progress != nullptr && progress->dismissed;
    const auto& rules = step_of(evening, occurrence).rules;
    const auto is_held = is_paused || (world.is_locked() && rules.when_locked == WhenLocked::hold);
    const auto is_to_come =
        occurrence.due > now;  // shown by a clock that was ahead: it is put back when its night is near
    const auto is_wanted = state == State::due && !was_closed && !is_held && !is_to_come && evening.guide() == nullptr;
    if (is_wanted && !screen.contains(occurrence.id)) violate("due, and not on the screen", occurrence.id, now);
  }
}

/// A crash here and now, and what comes after it, is the same to the user.
void Observer::compare_with_restored(story::World& world) {
  const auto& evening = world.service().evening();
  if (evening.guide() != nullptr) return;
  const auto now = world.now();
  const auto at_hand = evening.at_hand(now);  // later nights are taken up when something happens
  const auto& schedule = evening.schedule();
  const auto last = world.history().last(now);
  const auto from = schedule.date_of(std::min(now, last.value_or(now))) - Evening::nights_remembered;
  auto restored = Evening::restore(schedule.shared_routine(),
                                   std::shared_ptr<const Zone>{std::shared_ptr<const Zone>{}, &schedule.zone()},
                                   world.history().load(from, std::nullopt), last, now);
  for (const auto& effect : restored.handle(event::Began{}, now))
    if (const auto* record = std::get_if<effect::Record>(&effect))
      for (const auto& entry : record->entries)
        if (const auto* subject = subject_of(entry); subject != nullptr && subject->id.night <= at_hand)
          violate("a restart writes down more", subject->id, now);
  for (const auto& occurrence : around(evening, now))
    if (occurrence.id.night <= at_hand && evening.state(occurrence, now) != restored.state(occurrence, now))
      violate(fmt::format("{} before a restart and {} after it", calmcalf::name_of(evening.state(occurrence, now)),
                          calmcalf::name_of(restored.state(occurrence, now))),
              occurrence.id, now);
  if (evening.standing().paused_until(now) != restored.standing().paused_until(now))
    violations_.push_back(fmt::format("a pause is another after a restart at {}", in_utc(now)));
}

/// Once its window has closed, every occurrence has ended, on disk.
void Observer::check_that_all_has_ended(story::World& world) {
  const auto& evening = world.service().evening();
  const auto now = world.now();
  for (const auto& occurrence : around(evening, now)) {
    if (occurrence.closes > now || evening.guide() != nullptr) continue;
    const auto& book = books_[occurrence.id];
    const auto may_be_foreign = (has_edits_ || has_zones_ || has_set_clock_) && book.shows == 0;
    const auto was_before_us = occurrence.closes <= *first_start_;
    if (book.has_ended() || may_be_foreign || was_before_us) continue;
    const auto snoozed = book.snoozed_until();
    const auto closes = snoozed ? evening.schedule().window_end(step_of(evening, occurrence), occurrence.id.night,
                                                                *snoozed, evening.standing().moves(occurrence.id.night))
                                : occurrence.closes;
    if (std::max(closes, snoozed.value_or(closes)) <= now) violate("over, and not ended", occurrence.id, now);
  }
}

}  // namespace calmcalf::properties
