// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
//
// Evening's popups that are about no step: the morning's question, the advice to see a doctor, a mistake in the
// schedule. Each stays wanted until it is answered, closed or over, whatever servers and crashes do to it.
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
  const auto is_settled = known != nullptr && (known->is_known() || known->question_closed);
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
    const auto woken = std::ranges::any_of(progress.cramps, &Cramp::woke);
    if (ago < week && !progress.cramps.empty()) ++nights_with_cramps;
    (ago < week ? woken_this_week : woken_last_week) |= woken;
  }
  const auto* latest = standing_.night(tonight);
  const auto* before = standing_.night(tonight - 1);
  const auto is_fresh =
      (latest != nullptr && !latest->cramps.empty()) || (before != nullptr && !before->cramps.empty());
  if (!is_fresh || (nights_with_cramps < threshold && !(woken_this_week && woken_last_week))) return std::nullopt;
  return advice;
}

std::optional<Popup> Evening::mistakes_in_the_schedule(Instant now) const {
  if (mistakes_.empty()) return std::nullopt;
  auto popup = notice(mistake_key, Popup::Kind::schedule_mistake, at_hand(now));
  popup.mistakes = mistakes_;
  return popup;
}

void Evening::keep_notice(const std::string& key, std::optional<Popup> wanted, Instant now, Outcome& out) {
  if (standing_.paused_until(now)) wanted.reset();
  if (const auto* open = popup(key); open != nullptr) {
    const auto is_the_same = wanted && wanted->mistakes == open->mistakes &&
                             (wanted->night == open->night || wanted->kind == Popup::Kind::schedule_mistake);
    if (is_the_same) return;
    if (!wanted) withdraw(key, now, out);
  }
  if (!wanted || is_held({}, now)) return;
  if (notices_await_server_ || (notice_retry_at_ && now < *notice_retry_at_)) return;
  show(*std::move(wanted), {}, out);
}

void Evening::keep_notices(Instant now, Outcome& out) {
  keep_notice(mistake_key, mistakes_in_the_schedule(now), now, out);
  keep_notice(morning_key, question_about_the_night(now), now, out);
  keep_notice(doctor_key, advice_to_see_a_doctor(now), now, out);
}

void Evening::notice_shown(const Popup& popup, Instant now, Outcome& out) {
  notice_retry_at_.reset();
  const auto* known = standing_.night(popup.night);
  if (popup.kind == Popup::Kind::morning_check && (known == nullptr || !known->checked)) {
    record(entry::MorningChecked{popup.night}, Source::service, now, out);
    publish({.at = now, .kind = Kind::morning_check, .night = popup.night}, out);
  } else if (popup.kind == Popup::Kind::doctor_hint && (known == nullptr || !known->hinted)) {
    record(entry::DoctorHinted{popup.night}, Source::service, now, out);
    publish({.at = now, .kind = Kind::doctor_hint, .night = popup.night}, out);
  }
}

void Evening::notice_closed(const Popup& popup, Instant now, Outcome& out) {
  if (popup.kind == Popup::Kind::morning_check) record(entry::QuestionClosed{popup.night}, Source::service, now, out);
  if (popup.kind == Popup::Kind::doctor_hint) record(entry::HintClosed{popup.night}, Source::service, now, out);
  if (popup.kind == Popup::Kind::schedule_mistake) mistakes_.clear();
}

void Evening::notice_failed(bool no_server, Instant now) {
  notices_await_server_ = no_server;
  notice_retry_at_ = no_server ? std::nullopt : std::optional{now + retry_after};
}

}  // namespace calmcalf
