// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
//
// Evening's popups that remind of no step: the morning's question and those that follow it, what helps in a cramp, the
// advice to see a doctor, a mistake in the schedule, a guided exercise. Each stays wanted until it is answered, closed
// or over, whatever servers do to it, and crashes, where it is on disk that it was asked for.
#include <algorithm>
#include <utility>

#include "domain/evening.hpp"

namespace calmcalf {

namespace {

using Kind = Happening::Kind;

constexpr int week = 7;

Popup notice(std::string key, Popup::Kind kind, Night night) {
  Popup popup;
  popup.key = std::move(key);
  popup.kind = kind;
  popup.night = night;
  return popup;
}

}  // namespace

std::optional<Popup> Evening::question_about_the_night(Instant now) const {
  const auto night = schedule_.night_of_cramp(now);
  const auto check = schedule_.morning_check(night);
  const auto* known = standing_.night(night);
  const auto is_settled = known != nullptr && (known->diary.is_known() || known->question_closed);
  if (!check || now < *check || is_settled) return std::nullopt;
  auto popup = notice(morning_key, Popup::Kind::morning_check, night);
  popup.quiet = known != nullptr && known->checked;
  return popup;
}

std::optional<Popup> Evening::advice_to_see_a_doctor(Instant now) const {
  const auto threshold = schedule_.routine().diary.see_doctor_at;
  if (threshold == 0) return std::nullopt;
  const auto tonight = schedule_.night_of_cramp(now);
  auto advice = notice(doctor_key, Popup::Kind::doctor_hint, tonight);
  int nights_with_cramps = 0;
  bool woken_this_week = false;
  bool woken_last_week = false;
  for (const auto& [night, progress] : standing_.nights()) {
    const auto ago = tonight - night;
    if (ago < 0 || ago >= 2 * week) continue;
    if (progress.hinted && ago < week) {
      advice.quiet = true;
      return ago == 0 && !progress.hint_closed ? std::optional{advice} : std::nullopt;
    }
    const auto& cramps = progress.diary.cramps;
    const auto woken = std::ranges::any_of(cramps, [](const DiaryCramp& one) { return one.cramp.woke; });
    if (ago < week && !cramps.empty()) ++nights_with_cramps;
    (ago < week ? woken_this_week : woken_last_week) |= woken;
  }
  const auto* latest = standing_.night(tonight);
  const auto* before = standing_.night(tonight - 1);
  const auto is_fresh =
      (latest != nullptr && latest->diary.has_cramps()) || (before != nullptr && before->diary.has_cramps());
  if (!is_fresh || (nights_with_cramps < threshold && !(woken_this_week && woken_last_week))) return std::nullopt;
  return advice;
}

std::optional<Popup> Evening::mistakes_in_the_schedule(Instant now) const {
  if (mistakes_.empty()) return std::nullopt;
  auto popup = notice(mistake_key, Popup::Kind::schedule_mistake, at_hand(now));
  popup.mistakes = mistakes_;
  return popup;
}

std::optional<Popup> Evening::what_helps_in_a_cramp(Instant now) const {
  if (!relieving_ || now >= relieving_->until) return std::nullopt;
  auto popup = notice(relief_key, Popup::Kind::relief, schedule_.night_of_cramp(now));
  popup.page = relieving_->page;
  popup.quiet = popup.page > 0;
  return popup;
}

/// A cramp of which the night knew no more than its time is asked about in the morning, until that is answered or
/// closed. What was not answered goes with its night.
void Evening::keep_follow_up(Instant now) {
  const auto night = schedule_.night_of_cramp(now);
  if (follow_up_ && (follow_up_->night != night || cramp_followed_up() == 0)) follow_up_.reset();
  const auto check = schedule_.morning_check(night);
  const auto* known = standing_.night(night);
  const auto is_to_be_asked =
      check && now >= *check && known != nullptr && known->diary.has_cramps() && !known->question_closed;
  if (!is_to_be_asked || follow_up_) return;
  const auto& [id, cramp] = known->diary.cramps.back();
  if (cramp.says_more_than_when()) return;
  follow_up_ = FollowUp{night, id, {Popup::Question::side, Popup::Question::woke, Popup::Question::severity}};
}

std::optional<Popup> Evening::question_about_a_cramp() const {
  if (!follow_up_) return std::nullopt;
  auto popup = notice(follow_up_key, Popup::Kind::follow_up, follow_up_->night);
  popup.question = follow_up_->questions.back();
  popup.cramp = cramp_followed_up();
  popup.quiet = popup.question != Popup::Question::severity || standing_.night(popup.night)->checked;
  return popup;
}

int Evening::cramp_followed_up() const {
  const auto& cramps = standing_.night(follow_up_->night)->diary.cramps;
  const auto cramp = std::ranges::find(cramps, follow_up_->cramp, &DiaryCramp::id);
  return cramp == cramps.end() ? 0 : static_cast<int>(cramp - cramps.begin()) + 1;
}

void Evening::on(const event::ReliefTurned& event, Instant now, Outcome& /*out*/) {
  relieving_.reset();
  if (event.page) relieving_ = Relieving{*event.page, now + relief_lasts};
}

void Evening::on(const event::FollowedUp& /*event*/, Instant /*now*/, Outcome& /*out*/) {
  if (!follow_up_) return;
  follow_up_->questions.pop_back();
  if (follow_up_->questions.empty()) follow_up_.reset();
}

void Evening::keep_notice(const std::string& key, std::optional<Popup> wanted, Instant now, Outcome& out) {
  const auto is_asked_for = key == relief_key || key == guide_key;  // by somebody who is there
  if (standing_.paused_until(now) && !is_asked_for) wanted.reset();
  if (const auto* open = popup(key); open != nullptr) {
    if (wanted && say_the_same(*wanted, *open)) return;
    if (!wanted) withdraw(key, now, out);
  }
  if (!wanted || (is_held({}, now) && !is_asked_for)) return;
  if (notices_await_server_ || (notice_retry_at_ && now < *notice_retry_at_)) return;
  show(*std::move(wanted), {}, out);
}

void Evening::keep_notices(Instant now, Outcome& out) {
  keep_notice(mistake_key, mistakes_in_the_schedule(now), now, out);
  keep_notice(morning_key, question_about_the_night(now), now, out);
  keep_notice(doctor_key, advice_to_see_a_doctor(now), now, out);
  keep_notice(guide_key, guided_exercise(), now, out);
  keep_notice(relief_key, what_helps_in_a_cramp(now), now, out);
  keep_notice(follow_up_key, question_about_a_cramp(), now, out);
}

void Evening::notice_shown(const Popup& popup, Instant now, Outcome& out) {
  notice_retry_at_.reset();
  const auto* known = standing_.night(popup.night);
  if (popup.kind == Popup::Kind::morning_check && (known == nullptr || !known->checked)) {
    record(entry::MorningChecked{popup.night}, Source::service, now, out);
    publish({.at = now, .kind = Kind::morning_check, .night = popup.night}, out);
  } else if (popup.kind == Popup::Kind::follow_up && popup.question == Popup::Question::severity && !known->checked) {
    record(entry::MorningChecked{popup.night}, Source::service, now, out);
  } else if (popup.kind == Popup::Kind::doctor_hint && (known == nullptr || !known->hinted)) {
    record(entry::DoctorHinted{popup.night}, Source::service, now, out);
    publish({.at = now, .kind = Kind::doctor_hint, .night = popup.night}, out);
  }
}

void Evening::notice_closed(const Popup& popup, Instant now, Outcome& out) {
  if (popup.kind == Popup::Kind::morning_check) record(entry::QuestionClosed{popup.night}, Source::service, now, out);
  if (popup.kind == Popup::Kind::doctor_hint) record(entry::HintClosed{popup.night}, Source::service, now, out);
  if (popup.kind == Popup::Kind::schedule_mistake) mistakes_.clear();
  if (popup.kind == Popup::Kind::guide) guide_closed_in_ = popup.guide.phase;
  if (popup.kind == Popup::Kind::relief) relieving_.reset();
  if (popup.kind == Popup::Kind::follow_up) {
    record(entry::QuestionClosed{popup.night}, Source::service, now, out);
    follow_up_.reset();
  }
}

void Evening::notice_failed(bool no_server, Instant now) {
  notices_await_server_ = no_server;
  notice_retry_at_ = no_server ? std::nullopt : std::optional{now + retry_after};
}

}  // namespace calmcalf
