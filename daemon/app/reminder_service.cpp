// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "app/reminder_service.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "app/pressed_button.hpp"
#include "app/wording.hpp"
#include "domain/answering.hpp"

namespace calmcalf {

ReminderService::ReminderService(const ServiceParts& parts) : parts_{parts} {
  parts_.timer.on_wakeup([this](WakeupTimer::Reason reason) { follow_clock(reason); });
  parts_.notifier.on_report([this](const NotifierReport& report) {
    if (running_) std::visit([this](const auto& what) { take_report(what); }, report);
  });
}

void ReminderService::start() {
  auto reading = parts_.schedule.read();
  problems_ = std::move(reading.mistakes);
  if (reading.routine == nullptr) reading = parts_.schedule.last_good();
  if (reading.routine == nullptr) reading.routine = std::make_shared<const Routine>();
  routine_ = std::move(reading.routine);
  evening_ = restored();
  begin();
}

void ReminderService::begin() {
  running_ = true;
  if (locked_) handle(event::Locked{});
  handle(event::Began{});
  if (has_errors(problems_)) handle(event::ScheduleRejected{problems_});
}

void ReminderService::reread_history() {
  if (!running_) return;
  save_backlog();
  auto anew = restored();
  end_evening();
  evening_ = std::move(anew);
  begin();
}

Evening ReminderService::restored() const {
  const auto zone = parts_.zones.pinned_or_system(routine_->timezone);
  const auto now = parts_.clock.now();
  const auto last = parts_.history.last(now);
  const Schedule schedule{routine_, zone};
  const auto from = schedule.date_of(std::min(now, last.value_or(now))) - Evening::nights_remembered;
  auto recent = parts_.history.load(from, std::nullopt);
  recent.insert(recent.end(), backlog_.begin(), backlog_.end());
  return Evening::restore(routine_, zone, recent, last, now);
}

void ReminderService::stop() {
  if (!std::exchange(running_, false)) return;
  parts_.timer.disarm();
  end_evening();
  try {
    save_backlog();
  } catch (const HistoryError& error) {
    parts_.log.error(fmt::format("{}. What could not be saved before is lost.", error.what()));
  }
}

void ReminderService::end_evening() {
  for (const auto& effect : evening_->handle(event::Ending{}, parts_.clock.now()))
    std::visit([this](const auto& what) { perform(what); }, effect);
}

std::optional<Refusal> ReminderService::request(const Request& request, Source source) {
  auto refuse = [](std::string why) {
    Refusal refusal;
    refusal.why = Refusal::Why::not_recorded;
    refusal.text = std::move(why);
    return refusal;
  };
  try {
    remember(request);
    auto verdict = consider(request, source, *evening_, parts_.clock.now());
    if (auto* refusal = std::get_if<Refusal>(&verdict)) return std::move(*refusal);
    const auto& event = std::get<Event>(verdict);
    if (const auto* recorded = std::get_if<event::Recorded>(&event)) append(recorded->entries);
    handle(event);
    return std::nullopt;
  } catch (const HistoryError& error) {
    parts_.log.error(error.what());
    return refuse(error.what());
  }
}

/// Sees to it that the evening knows of the nights a request is about.
void ReminderService::remember(const Request& request) {
  auto nights = nights_named(request);
  std::ranges::sort(nights);
  const auto [first, last] = std::ranges::unique(nights);
  nights.erase(first, last);
  for (const auto night : nights)
    if (!evening_->remembers(night)) evening_->recall(night, parts_.history.load(night, night));
}

bool ReminderService::reload() {
  auto reading = parts_.schedule.read();
  const auto known = std::exchange(problems_, std::move(reading.mistakes));
  if (reading.routine == nullptr) {
    if (problems_ != known) handle(event::ScheduleRejected{problems_});
    return false;
  }
  if (*reading.routine != *routine_) {
    routine_ = std::move(reading.routine);
    handle(event::Rescheduled{routine_, parts_.zones.pinned_or_system(routine_->timezone)});
    return true;
  }
  if (has_errors(known)) handle(event::ScheduleMended{});
  follow_zone(parts_.zones.pinned_or_system(routine_->timezone));
  return true;
}

bool ReminderService::rests_for(Duration time) const {
  return running_ && now() + time <= deadline_;
}

void ReminderService::session_locked() {
  locked_ = true;
  handle(event::Locked{});
}

void ReminderService::session_unlocked() {
  locked_ = false;
  handle(event::Unlocked{});
}

void ReminderService::machine_woke() {
  follow_clock(WakeupTimer::Reason::clock_changed);
}

bool ReminderService::system_zone_changed() {
  return running_ && !routine_->timezone && follow_zone(parts_.zones.system());
}

bool ReminderService::follow_zone(std::shared_ptr<const Zone> zone) {
  if (zone.get() == &evening_->schedule().zone()) return false;
  handle(event::ZoneChanged{std::move(zone)});
  return true;
}

void ReminderService::follow_clock(WakeupTimer::Reason reason) {
  if (!running_) return;
  if (reason == WakeupTimer::Reason::clock_changed) recall_nights_before();
  handle(event::TimePassed{});
}

/// A clock that was set back asks about nights that may have been let go of.
void ReminderService::recall_nights_before() {
  const auto first = evening_->schedule().date_of(parts_.clock.now()) - Evening::nights_remembered;
  if (evening_->remembered_from() <= first) return;
  try {
    evening_->recall_from(first, parts_.history.load(first, evening_->remembered_from() - 1));
  } catch (const HistoryError& error) {
    parts_.log.error(fmt::format("{}. What was answered in earlier nights is not known.", error.what()));
  }
}

void ReminderService::handle(const Event& event) {
  if (!running_) return;
  const auto now = parts_.clock.now();
  if (!backlog_.empty()) perform(effect::Record{});
  for (const auto& effect : evening_->handle(event, now))
    std::visit([this](const auto& what) { perform(what); }, effect);
  deadline_ = evening_->next_deadline(now);
  parts_.timer.wake_at(deadline_);
  for (const auto& follower : followers_) follower();
}

void ReminderService::take_report(const report::Shown& report) {
  handle(event::PopupShown{report.key});
}

void ReminderService::take_report(const report::Failed& report) {
  const auto no_server = report.why == report::Failed::Why::no_server;
  parts_.log.warning(fmt::format("A reminder could not be shown: {}. It stays due and is shown {}.", report.text,
                                 no_server ? "once a notification server runs" : "again shortly"));
  handle(event::PopupFailed{report.key, no_server});
}

void ReminderService::take_report(const report::Closed& report) {
  handle(event::PopupClosed{report.key});
}
void ReminderService::take_report(const report::ServerGone& /*report*/) {
  handle(event::ServerGone{});
}
void ReminderService::take_report(const report::ServerBack& /*report*/) {
  handle(event::ServerBack{});
}
void ReminderService::take_report(const report::ServerAnswers& /*report*/) {
  handle(event::ServerAnswers{});
}

void ReminderService::take_report(const report::Pressed& report) {
  if (const auto* popup = evening_->popup(report.key)) {
    press(Popup{*popup}, report.action);
  } else if (auto id = occurrence_of_key(report.key)) {
    // Pressed just as it was taken down: the answer counts all the same.
    Popup gone;
    gone.key = report.key;
    gone.night = id->night;
    gone.steps = {*std::move(id)};
    press(gone, report.action);
  }
}

void ReminderService::press(const Popup& popup, const std::string& action) {
  const auto meaning = meaning_of_button(action, popup, *routine_);
  if (const auto* event = std::get_if<Event>(&meaning)) handle(*event);
  if (const auto* request = std::get_if<Request>(&meaning); request != nullptr && answer(*request, popup.key))
    if (popup.kind == Popup::Kind::follow_up) handle(event::FollowedUp{});
}

/// Returns whether it was granted. Pressing a button takes the popup off the screen, so a refused answer brings it back
/// and says why.
bool ReminderService::answer(const Request& request, const std::string& popup_key) {
  const auto refusal = this->request(request, Source::notification);
  if (!refusal) return true;
  handle(event::PopupClicked{popup_key});
  parts_.notifier.show(refusal_notice(*refusal, *evening_));
  return false;
}

void ReminderService::append(const Ledger& entries) {
  if (backlog_.empty()) {
    if (!entries.empty()) parts_.history.append(entries);
    return;
  }
  auto all = backlog_;
  all.insert(all.end(), entries.begin(), entries.end());
  parts_.history.append(all);
  backlog_.clear();
}

/// What the service itself has to say delays no deadline: it waits in memory rather than for the disk.
void ReminderService::perform(const effect::Record& effect) {
  backlog_.insert(backlog_.end(), effect.entries.begin(), effect.entries.end());
  try {
    save_backlog();
  } catch (const HistoryError& error) {
    if (effect.entries.empty()) return;  // that was said before
    parts_.log.error(fmt::format("{}. It is tried again when something else happens.", error.what()));
  }
}

void ReminderService::save_backlog() {
  if (backlog_.empty()) return;
  parts_.history.append_without_waiting(backlog_);
  backlog_.clear();
}

void ReminderService::perform(const effect::Show& effect) {
  parts_.notifier.show(put_in_words(effect.popup, *evening_, parts_.clock.now()));
}

void ReminderService::perform(const effect::Withdraw& effect) {
  parts_.notifier.withdraw(effect.key);
}

void ReminderService::perform(const effect::Publish& effect) {
  for (const auto& observer : observers_) observer(effect.happening);
}

void ReminderService::perform(const effect::Bedtime& effect) {
  for (const auto& observer : bedtime_observers_) observer(effect.night, effect.at);
}

}  // namespace calmcalf
