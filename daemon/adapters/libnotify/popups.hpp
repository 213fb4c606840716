// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "adapters/libnotify/bell.hpp"
#include "adapters/libnotify/late_replies.hpp"
#include "adapters/libnotify/notification_server.hpp"
#include "adapters/libnotify/notify_popup.hpp"
#include "adapters/libnotify/popup_record.hpp"
#include "adapters/libnotify/requests.hpp"
#include "ports/chime.hpp"
#include "ports/notifier.hpp"

namespace calmcalf {

/// The popups on the screen, and how those that are asked for get there. Lives on libnotify's thread; `requests` alone
/// is shared with the others.
class Popups {
 public:
  struct Outside {
    std::function<void(NotifierReport)> report;
    std::function<void()> server_known;  ///< once, when it is known whether one runs
    Chime* chime;                        ///< for servers that play no sounds; never null
  };

  Popups(GDBusConnection* bus, GMainContext* context, Requests& requests, PopupRecord record, Outside outside);

  /// There are new requests.
  void attend();

  /// All that are on the screen. Does not wait for the server.
  void withdraw_all();

 private:
  struct Open {
    std::uint32_t id = 0;
    std::unique_ptr<NotifyPopup> popup;  ///< null: a predecessor's, that nobody listens to
    bool pressed = false;                ///< the server is about to close it
  };

  void server_appeared();
  void server_vanished();
  void server_answered(const std::optional<CallFailure>& failure);
  void first_contact();
  void plan_revival();
  void forget_all();

  void withdraw(const std::string& key);
  void withdraw_what_nobody_claimed();
  void ask_before_showing();
  void ask();
  void show_next();
  void show(const Requests::Showing& showing);
  void cope_with(const CallFailure& failure, const Requests::Showing& showing);
  void server_hangs();
  void refuse_waiting(report::Failed::Why why, const std::string& text);
  void fail(const std::string& key, report::Failed::Why why, const std::string& text);

  [[nodiscard]] NotifyPopup::Events events_for(const std::string& key);
  void save() const;

  Requests& requests_;
  PopupRecord record_;
  Outside outside_;
  bool contacted_ = false;
  bool hangs_ = false;     ///< asked for long, and no answer yet
  bool missed_ = false;    ///< the service waits for ServerBack
  bool let_down_ = false;  ///< the service waits for ServerAnswers
  bool asked_again_ = false;
  bool holds_ = false;  ///< KDE wants a pause
  NotificationServer server_;
  LateReplies late_replies_;
  Bell patience_;  ///< rings when the server has been silent for too long
  Bell pause_;     ///< rings when KDE's is over
  Bell revival_;   ///< rings when a server that left has not come back by itself
  std::chrono::steady_clock::time_point appeared_;
  std::chrono::milliseconds next_revival_;
  std::map<std::string, Open> open_;
};

}  // namespace calmcalf
