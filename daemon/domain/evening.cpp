// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "domain/evening.hpp"

#include <algorithm>
#include <utility>

namespace calmcalf {

namespace {

using Kind = Happening::Kind;

/// A night's progress is kept in memory a little longer than anything asks for it.
constexpr int nights_kept = Evening::nights_remembered + 2;

}  // namespace

Evening::Evening(Schedule schedule, Standing standing)
    : schedule_{std::move(schedule)}, standing_{std::move(standing)} {}

Evening Evening::restore(std::shared_ptr<const Routine> routine, std::shared_ptr<const Zone> zone, const Ledger& recent,
                         std::optional<Instant> last, Instant now) {
  Evening evening{Schedule{std::move(routine), std::move(zone)}, Standing{recent}};
  const auto today = evening.schedule_.date_of(now);
  const auto last_date = last ? std::min(today, evening.schedule_.date_of(*last)) : today;
  evening.remembered_from_ = last_date - nights_remembered;
  if (last || !recent.empty()) {
    // Without a last time all that was recorded is yet to come: by a clock that was ahead, and before it nobody knows.
    const auto away_since = last ? std::min(*last, now) : now;
    const auto first = evening.earliest_open(last_date - Plan::nights_behind);
    evening.plan_.begin(evening.schedule_, evening.standing_, first, away_since, now);
  } else {
    const auto tonight = evening.at_hand(now);
    const auto begins = std::min(evening.schedule_.beginning(tonight), now);
    evening.plan_.begin(evening.schedule_, evening.standing_, tonight, begins, now);
  }
  evening.pause_ = evening.standing_.paused_until(now);
  return evening;
}

/// Of the nights before `night` the first with a step that was shown, or put off, and has not ended; or else `night`.
/// Snoozes can keep a step open for longer than any window, and one whose step has left the schedule may come back.
Night Evening::earliest_open(Night night) const {
  for (const auto& [id, progress] : standing_.occurrences()) {
    if (id.night >= night) break;
    if (!progress.has_ended()) return id.night;
  }
  return night;
}

void Evening::recall(Night night, const Ledger& its_ledger) {
  apply_of_nights(its_ledger);
  recalled_.insert(night);
}

void Evening::recall_from(Night first, const Ledger& their_ledger) {
  apply_of_nights(their_ledger);
  remembered_from_ = first;
}

/// Only what is about a night, and once: a pause of long ago says nothing of one that is in force.
void Evening::apply_of_nights(const Ledger& ledger) {
  for (const auto& entry : ledger)
    if (const auto night = night_of(entry); night && !recalled_.contains(*night)) standing_.apply(entry);
}

std::vector<Effect> Evening::handle(const Event& event, Instant now) {
  Outcome out;
  if (now + punctual < handled_at_) record(entry::Started{}, Source::service, now, out);
  const auto before = std::exchange(handled_at_, now);
  std::visit([&](const auto& what) { on(what, now, out); }, event);
  settle(now, out);
  announce_bedtime(before, now, out);
  if (!out.record.empty()) out.effects.insert(out.effects.begin(), effect::Record{std::move(out.record)});
  return std::move(out.effects);
}

/// One that passed while nothing ran, or the machine slept past the evening, is told no more.
void Evening::announce_bedtime(Instant before, Instant now, Outcome& out) {
  if (before == Instant::min() || is_ending_ || standing_.paused_until(now)) return;
  const auto night = at_hand(now);
  const auto at = bedtime(night);
  const auto has_come = before < at && at <= now && now < at + evening_after_bedtime;
  if (!has_come || at == bedtime_told_ || schedule_.is_rest_day(night)) return;
  bedtime_told_ = at;
  out.effects.emplace_back(effect::Bedtime{night, at});
}

// What each event does before the recompute.

void Evening::on(const event::Began& /*event*/, Instant now, Outcome& out) {
  record(entry::Started{}, Source::service, now, out);
}

void Evening::on(const event::Ending& /*event*/, Instant now, Outcome& out) {
  guide_.reset();
  while (!popups_.empty()) withdraw(std::string{popups_.begin()->first}, now, out);
  is_ending_ = true;
}

void Evening::on(const event::TimePassed& /*event*/, Instant /*now*/, Outcome& /*out*/) {}

void Evening::on(const event::Recorded& event, Instant now, Outcome& out) {
  for (const auto& entry : event.entries) {
    standing_.apply(entry);
    tell(entry, out);
    if (const auto* subject = calmcalf::subject_of(entry); subject != nullptr) {
      if (is_guided_now(subject->id)) guide_.reset();
      if (auto* slot = plan_.find(subject->id); slot != nullptr) slot->never_ours = false;
    }
    if (const auto* moved = std::get_if<entry::BedtimeMoved>(&entry.body))
      plan_.redo_night(schedule_, standing_, moved->night);
    if (std::holds_alternative<entry::Resumed>(entry.body)) pause_.reset();
    if (std::holds_alternative<entry::Paused>(entry.body)) guide_.reset();
    if (const auto* cramped = std::get_if<entry::Cramped>(&entry.body);
        cramped != nullptr && entry.source == Source::notification)
      follow_up_ = FollowUp{cramped->night,
                            standing_.night(cramped->night)->diary.cramps.back().id,
                            {Popup::Question::side, Popup::Question::woke}};
  }
  if (event.show_relief) relieving_ = Relieving{0, now + relief_lasts};
}

void Evening::on(const event::Rescheduled& event, Instant now, Outcome& out) {
  schedule_ = Schedule{event.routine, event.zone};
  plan_.replace(schedule_, standing_, now);
  if (guide_ && plan_.find(guide_->occurrence()) == nullptr) guide_.reset();
  record(entry::Rescheduled{}, Source::service, now, out);
  mistakes_.clear();
  publish({.at = now, .kind = Kind::schedule_changed}, out);
}

void Evening::on(const event::ScheduleRejected& event, Instant now, Outcome& out) {
  mistakes_ = event.mistakes;
  Happening told{.at = now, .kind = Kind::schedule_rejected};
  if (!event.mistakes.empty()) told.text = to_text(event.mistakes.front());
  publish(std::move(told), out);
}

void Evening::on(const event::ScheduleMended& /*event*/, Instant /*now*/, Outcome& /*out*/) {
  mistakes_.clear();
}

void Evening::on(const event::ZoneChanged& event, Instant now, Outcome& out) {
  schedule_ = Schedule{schedule_.shared_routine(), event.zone};
  plan_.redo(schedule_, standing_, now);
  record(entry::Rescheduled{}, Source::service, now, out);
}

void Evening::on(const event::Locked& /*event*/, Instant /*now*/, Outcome& /*out*/) {
  locked_ = true;
}

void Evening::on(const event::Unlocked& /*event*/, Instant /*now*/, Outcome& /*out*/) {
  locked_ = false;
}

void Evening::on(const event::PopupShown& event, Instant now, Outcome& out) {
  const auto found = popups_.find(event.key);
  if (found == popups_.end()) return;
  auto& open = found->second;
  open.on_screen = true;
  open.awaited = false;
  server_there_ = true;

  Happening summary{.at = now, .kind = Kind::summary, .night = open.popup.night};
  const auto reasons = std::exchange(open.why, {});
  for (const auto& id : open.popup.steps) {
    auto& slot = *plan_.find(id);  // what has a popup is due, and what is due is not forgotten
    slot.screen = Slot::Screen::on;
    slot.retry_at.reset();
    slot.awaits_server = false;
    const auto why = reasons.find(id);
    if (why == reasons.end()) continue;
    record(entry::Shown{subject_of(slot.occurrence), why->second}, Source::service, now, out);
    if (why->second == entry::Shown::Why::first)
      summary.several.push_back(id);
    else
      publish(Kind::repeated, id, now, out);
  }
  if (summary.several.size() == 1)
    publish(Kind::shown, summary.several.front(), now, out);
  else if (!summary.several.empty())
    publish(std::move(summary), out);

  if (open.popup.steps.empty()) notice_shown(open.popup, now, out);
}

void Evening::on(const event::PopupFailed& event, Instant now, Outcome& /*out*/) {
  const auto found = popups_.find(event.key);
  if (found == popups_.end()) return;
  if (event.no_server) server_there_ = false;
  for (const auto& id : found->second.popup.steps) {
    if (auto* slot = plan_.find(id); slot != nullptr) {
      slot->awaits_server = event.no_server;
      slot->retry_at = event.no_server ? std::nullopt : std::optional{now + retry_after};
    }
  }
  if (found->second.popup.steps.empty()) notice_failed(event.no_server, now);
  take_down(event.key);
}

void Evening::on(const event::PopupClosed& event, Instant now, Outcome& out) {
  // While a new showing is on its way, this is the end of an old one.
  const auto found = popups_.find(event.key);
  if (found == popups_.end() || found->second.awaited) return;
  const auto popup = found->second.popup;
  take_down(event.key);
  if (popup.steps.empty()) notice_closed(popup, now, out);
  for (const auto& id : popup.steps) {
    auto& slot = *plan_.find(id);
    slot.popup = event.key;  // a step of a summary is reminded of with the others again
    record(entry::Dismissed{subject_of(slot.occurrence)}, Source::service, now, out);
  }
}

void Evening::on(const event::PopupClicked& event, Instant /*now*/, Outcome& out) {
  const auto found = popups_.find(event.key);
  if (found == popups_.end()) return;
  bring_up_to_date(found->second, out);
}

void Evening::on(const event::SummarySplit& event, Instant /*now*/, Outcome& out) {
  const auto* summary = popup(event.key);
  if (summary == nullptr || summary->kind != Popup::Kind::summary) return;
  const auto steps = summary->steps;
  take_down(event.key);
  out.effects.emplace_back(effect::Withdraw{event.key});
  for (const auto& id : steps) carry_over(id, out);
}

void Evening::on(const event::ServerGone& /*event*/, Instant /*now*/, Outcome& /*out*/) {
  server_there_ = false;
  lose_popups(true);
}

void Evening::on(const event::ServerBack& /*event*/, Instant /*now*/, Outcome& /*out*/) {
  server_there_ = true;
  notices_await_server_ = false;
  lose_popups(false);
  for (auto& slot : plan_.slots()) slot.awaits_server = false;
  try_again();
}

void Evening::on(const event::ServerAnswers& /*event*/, Instant /*now*/, Outcome& /*out*/) {
  try_again();
}

void Evening::try_again() {
  notice_retry_at_.reset();
  for (auto& slot : plan_.slots()) slot.retry_at.reset();
}

// The recompute.

void Evening::settle(Instant now, Outcome& out) {
  if (is_ending_) return;
  plan_.follow(schedule_, standing_, now);
  end_pause(now, out);
  run_guide(now, out);
  reopen_unseen(now, out);
  close_windows(now, out);
  tidy_popups(now, out);
  open_popups(now, out);
  keep_follow_up(now);
  keep_notices(now, out);
  forget_old_nights(now);
}

void Evening::end_pause(Instant now, Outcome& out) {
  const auto until = standing_.paused_until(now);
  if (pause_ && !until) publish({.at = now, .kind = Kind::resumed}, out);
  pause_ = until;
}

/// What a clock that was ahead had us write off comes back with the right time: it was never on the screen.
void Evening::reopen_unseen(Instant now, Outcome& out) {
  for (const auto& slot : plan_.slots()) {
    const auto& id = slot.occurrence.id;
    const auto* progress = standing_.progress(id);
    if (progress == nullptr || !progress->has_ended() || progress->latest()->to != State::unseen) continue;
    if (window_end(slot, progress->snoozed_until_before_last()) <= now) continue;
    record(entry::Undone{subject_of(slot.occurrence)}, Source::service, now, out);
    publish(Kind::undone, id, now, out);
  }
}

void Evening::close_windows(Instant now, Outcome& out) {
  std::vector<std::pair<Instant, const Slot*>> closed;
  for (const auto& slot : plan_.slots()) {
    const auto& id = slot.occurrence.id;
    const auto* progress = standing_.progress(id);
    if ((progress != nullptr && progress->has_ended()) || slot.never_ours || is_guided_now(id)) continue;
    if (const auto closes = window_end(slot); closes <= now) closed.emplace_back(closes, &slot);
  }
  std::ranges::stable_sort(closed, {}, &std::pair<Instant, const Slot*>::first);
  for (const auto& [closes, slot] : closed) {
    const auto* progress = standing_.progress(slot->occurrence.id);
    const auto was_shown = progress != nullptr && progress->shows > 0;
    const auto how = standing_.was_paused_at(closes) ? State::paused : was_shown ? State::missed : State::unseen;
    end(*slot, how, Source::service, now, out);
  }
}

void Evening::forget_old_nights(Instant now) {
  const auto today = schedule_.date_of(now);
  plan_.forget_before(std::max(earliest_open(today - Plan::nights_behind), today - nights_remembered));
  const auto keep_from = today - nights_kept;
  if (keep_from > remembered_from_) {
    standing_.forget_before(keep_from);
    remembered_from_ = keep_from;
    recalled_.clear();
  }
}

}  // namespace calmcalf
