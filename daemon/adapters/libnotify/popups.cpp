// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/libnotify/popups.hpp"

#include <algorithm>
#include <utility>

namespace calmcalf {
namespace {

using namespace std::chrono_literals;
using Why = report::Failed::Why;

/// A server that is just being started on a slow machine needs some seconds; a hanging one is given up after these.
constexpr auto answers_within = 10s;
constexpr auto pause_of_kde = 1100ms;

/// A session that ends has ended by then, and a server that starts again by itself has started.
constexpr std::chrono::milliseconds soonest_revival = 2s;
constexpr std::chrono::milliseconds latest_revival = 1h;

constexpr const char* hangs = "The notification server does not answer";

}  // namespace

Popups::Popups(GDBusConnection* bus, GMainContext* context, Requests& requests, PopupRecord record, Outside outside)
    : requests_{requests},
      record_{std::move(record)},
      outside_{std::move(outside)},
      server_{bus,
              {.appeared = [this] { server_appeared(); },
               .vanished = [this] { server_vanished(); },
               .answered = [this](const auto& failure) { server_answered(failure); }}},
      late_replies_{bus, context, [this](std::uint32_t id) { server_.close(id); }},
      patience_{context, [this] { server_hangs(); }},
      pause_{context,
             [this] {
               holds_ = false;
               ask_before_showing();
             }},
      revival_{context,
               [this] {
                 if (!server_.is_there()) ask();
               }},
      next_revival_{soonest_revival} {}

void Popups::attend() {
  for (const auto& key : requests_.take_withdrawals()) withdraw(key);
  if (contacted_ && requests_.is_settled()) withdraw_what_nobody_claimed();
  ask_before_showing();
}

void Popups::withdraw_all() {
  for (const auto& [key, open] : open_) server_.close(open.id);
  forget_all();
}

// The server comes and goes

void Popups::server_appeared() {
  if (!contacted_) {
    first_contact();
  } else {
    forget_all();
  }
  appeared_ = std::chrono::steady_clock::now();
  revival_.silence();
  let_down_ = false;
  if (std::exchange(missed_, false)) outside_.report(report::ServerBack{});
  ask_before_showing();
}

void Popups::server_vanished() {
  if (requests_.is_stopped()) return;  // it is we who left, and it may have popups of ours
  if (!contacted_) {
    first_contact();
  } else {
    missed_ = true;
    outside_.report(report::ServerGone{});
    if (!open_.empty()) plan_revival();
  }
  forget_all();
  ask_before_showing();
}

/// A server that the bus can start is not started again by anybody but those who want to show something, and what ours
/// wait for is its return. One that does not live long is left alone for longer and longer.
void Popups::plan_revival() {
  const bool lived_long = std::chrono::steady_clock::now() - appeared_ > 1min;
  const auto wait = lived_long ? soonest_revival : next_revival_;
  revival_.ring_after(wait);
  next_revival_ = std::min(2 * wait, latest_revival);
}

void Popups::first_contact() {
  contacted_ = true;
  const auto left = record_.read();
  if (server_.is_there() && left.server == server_.instance()) {
    for (const auto& [key, id] : left.ids) open_[key].id = id;
  }
  save();
  outside_.server_known();
}

void Popups::server_answered(const std::optional<CallFailure>& failure) {
  patience_.silence();
  hangs_ = false;
  if (!failure) {
    asked_again_ = false;
    if (std::exchange(let_down_, false)) outside_.report(report::ServerAnswers{});
    return show_next();
  }
  const bool died = failure->why == CallFailure::Why::died;
  if (died && requests_.has_showing() && !std::exchange(asked_again_, true)) return ask_before_showing();
  asked_again_ = false;
  refuse_waiting(died ? Why::no_answer : Why::no_server, failure->text);
}

void Popups::server_hangs() {
  hangs_ = true;
  refuse_waiting(server_.is_there() ? Why::no_answer : Why::no_server, hangs);
}

void Popups::forget_all() {
  open_.clear();
  save();
}

// Requests

void Popups::withdraw(const std::string& key) {
  const auto open = open_.find(key);
  if (open == open_.end()) return;
  server_.close(open->second.id);
  open_.erase(open);
  save();
}

void Popups::withdraw_what_nobody_claimed() {
  std::erase_if(open_, [this](const auto& entry) {
    const auto& [key, open] = entry;
    if (open.popup || requests_.has_showing(key)) return false;
    server_.close(open.id);
    return true;
  });
  save();
}

void Popups::ask_before_showing() {
  if (!contacted_ || holds_ || !requests_.has_showing()) return;
  if (hangs_) return refuse_waiting(Why::no_answer, hangs);
  ask();
}

void Popups::ask() {
  if (server_.is_asked()) return;
  patience_.ring_after(answers_within);
  server_.ask();
}

void Popups::show_next() {
  if (const auto showing = requests_.take_showing()) show(*showing);
  ask_before_showing();
}

void Popups::show(const Requests::Showing& showing) {
  const auto& key = showing.notice.key;
  std::uint32_t replaces = 0;
  if (const auto previous = open_.find(key); previous != open_.end()) {
    const auto may_replace = !(showing.notice.in_use && server_.traits().loses_buttons_when_replaced);
    if (!may_replace && showing.notice.tick && !previous->second.pressed) return outside_.report(report::Shown{key});
    // The end of one that was pressed, which is still to be told, would be taken for that of the new one in its place.
    if (previous->second.pressed || !may_replace)
      server_.close(previous->second.id);
    else
      replaces = previous->second.id;
  }
  auto popup = std::make_unique<NotifyPopup>(showing.notice, server_.traits(), replaces, events_for(key));
  if (const auto failure = popup->show()) return cope_with(*failure, showing);
  const auto id = popup->id();
  open_[key] = {.id = id, .popup = std::move(popup), .pressed = false};
  save();
  if (showing.notice.sound && !server_.traits().plays_sounds) outside_.chime->ring();
  outside_.report(report::Shown{key});
}

void Popups::cope_with(const CallFailure& failure, const Requests::Showing& showing) {
  const auto& key = showing.notice.key;
  switch (failure.why) {
    case CallFailure::Why::too_soon:
      if (showing.again) break;
      requests_.put_back(showing.notice);
      holds_ = true;
      pause_.ring_after(pause_of_kde);
      return;
    case CallFailure::Why::died:
      if (showing.again) return fail(key, Why::no_answer, failure.text);
      return requests_.put_back(showing.notice);
    case CallFailure::Why::no_answer:
      fail(key, Why::no_answer, failure.text);
      late_replies_.expect_last();
      server_.ask();  // its answer says that the server goes on
      return server_hangs();
    case CallFailure::Why::no_server:
      return fail(key, Why::no_server, failure.text);
    case CallFailure::Why::cancelled:
    case CallFailure::Why::refused:
      break;
  }
  fail(key, Why::refused, failure.text);
}

void Popups::refuse_waiting(Why why, const std::string& text) {
  for (const auto& showing : requests_.take_showings()) fail(showing.notice.key, why, text);
}

void Popups::fail(const std::string& key, Why why, const std::string& text) {
  if (why == Why::no_server) missed_ = true;
  if (why == Why::no_answer) let_down_ = true;
  outside_.report(report::Failed{.key = key, .why = why, .text = text});
}

NotifyPopup::Events Popups::events_for(const std::string& key) {
  return {.pressed =
              [this, key](const std::string& action) {
                if (const auto open = open_.find(key); open != open_.end()) open->second.pressed = true;
                outside_.report(report::Pressed{key, action});
              },
          .closed =
              [this, key] {
                open_.erase(key);
                save();
                outside_.report(report::Closed{key});
              }};
}

void Popups::save() const {
  PopupRecord::Contents contents{.server = server_.instance(), .ids = {}};
  for (const auto& [key, open] : open_) contents.ids[key] = open.id;
  record_.write(contents);
}

}  // namespace calmcalf
