// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "domain/evening.hpp"
#include "domain/request.hpp"
#include "ports/clock.hpp"
#include "ports/history.hpp"
#include "ports/log.hpp"
#include "ports/notifier.hpp"
#include "ports/schedule_source.hpp"
#include "ports/wakeup_timer.hpp"
#include "ports/zones.hpp"

namespace calmcalf {

/// What the service stands on.
struct ServiceParts {
  Clock& clock;
  WakeupTimer& timer;
  Notifier& notifier;
  History& history;
  Zones& zones;
  ScheduleSource& schedule;
  Log& log;
};

/// The service: whatever happens becomes an event for the evening, and what the evening wants done is done here. One
/// thread; every callback of a port arrives on it.
class ReminderService {
 public:
  using Observer = std::function<void(const Happening&)>;

  /// Takes the ports' callbacks; nothing happens before start().
  explicit ReminderService(const ServiceParts& parts);
  ReminderService(const ReminderService&) = delete;
  ReminderService& operator=(const ReminderService&) = delete;
  ~ReminderService() = default;

  /// Told of everything that happens, from start() on.
  void observe(Observer observer) { observers_.push_back(std::move(observer)); }

  /// Told when it is bedtime, of a night that is no rest day and not paused.
  void observe_bedtime(std::function<void(Night, Instant)> observer) {
    bedtime_observers_.push_back(std::move(observer));
  }

  /// Told after everything that is handled, from start() on: the evening may be other than it was.
  void follow(std::function<void()> follower) { followers_.push_back(std::move(follower)); }

  /// Reads the schedule and the history and takes up the evening where it stands. Throws HistoryError.
  void start();

  /// Takes all popups off the screen. Nothing happens after it.
  void stop();

  /// Does what is asked, or says why not. Without a refusal it is on disk.
  std::optional<Refusal> request(const Request& request, Source source);

  /// Shows a popup that is no reminder: nothing is expected of it, and it does not come back.
  void say(Notice notice) { parts_.notifier.show(std::move(notice)); }

  /// Reads the schedule again; returns whether the one in force is now what it says. With mistakes in it the one in
  /// force stays, and they are told of unless they are those that were told of last. One that means the same as before
  /// is no change.
  bool reload();

  /// Takes up what another program has written into the history: the evening begins anew from it. Throws HistoryError,
  /// and then nothing has changed.
  void reread_history();

  /// May come before start(), so that nothing is shown to a locked screen.
  void session_locked();
  void session_unlocked();
  void machine_woke();

  /// Returns whether it made a difference: none while the schedule names a zone, nor where the zone is the same.
  bool system_zone_changed();

  /// From start() on.
  [[nodiscard]] const Evening& evening() const { return *evening_; }
  [[nodiscard]] const Mistakes& problems() const { return problems_; }
  [[nodiscard]] Instant now() const { return parts_.clock.now(); }
  /// Whether nothing is to be done for so long, as far as is known now.
  [[nodiscard]] bool rests_for(Duration time) const;

 private:
  /// The evening as it stands by the history. Throws HistoryError.
  [[nodiscard]] Evening restored() const;
  void begin();
  void end_evening();
  void handle(const Event& event);
  void follow_clock(WakeupTimer::Reason reason);
  void recall_nights_before();
  bool follow_zone(std::shared_ptr<const Zone> zone);
  void take_report(const report::Shown& report);
  void take_report(const report::Failed& report);
  void take_report(const report::Pressed& report);
  void take_report(const report::Closed& report);
  void take_report(const report::ServerGone& report);
  void take_report(const report::ServerBack& report);
  void take_report(const report::ServerAnswers& report);
  void press(const Popup& popup, const std::string& action);
  bool answer(const Request& request, const std::string& popup_key);
  void remember(const Request& request);

  void perform(const effect::Record& effect);
  void perform(const effect::Show& effect);
  void perform(const effect::Withdraw& effect);
  void perform(const effect::Publish& effect);
  void perform(const effect::Bedtime& effect);

  /// Appends what could not be kept before, and `entries`.
  void append(const Ledger& entries);
  void save_backlog();

  ServiceParts parts_;
  std::vector<Observer> observers_;
  std::vector<std::function<void(Night, Instant)>> bedtime_observers_;
  std::vector<std::function<void()>> followers_;
  std::optional<Evening> evening_;
  std::shared_ptr<const Routine> routine_;
  Mistakes problems_;
  Ledger backlog_;    ///< facts of the service's own that the disk did not take yet, oldest first
  Instant deadline_;  ///< when time next makes a difference
  bool locked_ = false;
  bool running_ = false;
};

}  // namespace calmcalf
