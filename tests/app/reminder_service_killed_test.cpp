// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include <memory>
#include <set>
#include <span>
#include <string>
#include <vector>

#include <gmock/gmock.h>

#include "adapters/simulated/memory_history.hpp"
#include "adapters/simulated/simulated_clock.hpp"
#include "adapters/simulated/simulated_desktop.hpp"
#include "app/given_parts.hpp"
#include "app/reminder_service.hpp"
#include "routine_samples.hpp"

namespace calmcalf {
namespace {

using namespace std::chrono_literals;
using testing::IsEmpty;

/// The instant at which a process is killed: before an append reaches the disk, or after, when nobody has heard of it.
struct Killed {};

class MortalHistory : public MemoryHistory {
 public:
  void append(std::span<const Entry> entries) override {
    const auto dies = --appends_left_ == 0;
    if (dies && !after_) throw Killed{};
    MemoryHistory::append(entries);
    if (dies) throw Killed{};
  }

  void die_at(int append, bool after) {
    appends_left_ = append;
    after_ = after;
  }
  [[nodiscard]] bool is_alive_still() const { return appends_left_ > 0; }

 private:
  int appends_left_ = 0;
  bool after_ = false;
};

/// Plays an evening of answers in which the service is killed at its n-th append, and started again at once.
class EveningWithADeath {
 public:
  EveningWithADeath(int append, bool after) {
    history_.die_at(append, after);
    desktop_.on_report({});
  }

  void play() {
    clock_.set(at("2026-11-23T20:00"));
    survive([&] { start(); });
    for (auto now = at("2026-11-23T20:00"); now <= at("2026-11-23T23:45"); now += 1min) {
      clock_.set(now);
      survive([&] {
        if (timer_.deadline() && *timer_.deadline() <= now) timer_.reach_deadline();
      });
      deliver();
      if (now == at("2026-11-23T20:32")) answer(request::Snooze{{water}, {}}, State::snoozed);
      if (now == at("2026-11-23T20:45")) answer(request::Done{{water}}, State::done);
      if (now == at("2026-11-23T20:50")) answer(request::Undo{}, State::due);
      if (now == at("2026-11-23T20:52")) answer(request::Done{{water}}, State::done);
      if (now == at("2026-11-23T22:16")) answer(request::Skip{{stretch}}, State::skipped);
    }
  }

  [[nodiscard]] bool died() const { return deaths_ > 0; }
  [[nodiscard]] const MortalHistory& history() const { return history_; }
  [[nodiscard]] const std::vector<std::string>& faults() const { return faults_; }

 private:
  void start() {
    service_.reset();
    timer_.disarm();
    desktop_.disconnect();
    service_ =
        std::make_unique<ReminderService>(ServiceParts{clock_, timer_, desktop_, history_, zones_, schedule_, log_});
    service_->observe([this](const Happening& happening) {
      const auto shows = happening.kind == Happening::Kind::shown || happening.kind == Happening::Kind::repeated;
      if (shows && over_.contains(happening.occurrence->step)) faults_.emplace_back("shown though it was answered");
    });
    service_->start();
  }

  template <class Deed>
  void survive(Deed deed) {
    try {
      deed();
    } catch (const Killed&) {
      ++deaths_;
      start();
    }
  }

  void deliver() {
    bool delivered = true;
    while (delivered) {
      survive([&] { delivered = desktop_.deliver(); });
    }
  }

  /// A person who hears of no success asks again. What was confirmed has to hold from then on.
  void answer(const Request& request, State expected) {
    const auto step = std::holds_alternative<request::Skip>(request) ? stretch.step : water.step;
    bool confirmed = false;
    over_.erase(step);
    survive([&] { confirmed = !service_->request(request, Source::command).has_value(); });
    if (!confirmed && state_of(step) != expected) confirmed = !service_->request(request, Source::command).has_value();
    if (is_end(expected)) over_.insert(step);
    deliver();
    if (state_of(step) != expected) faults_.emplace_back("an answer was lost");
  }

  [[nodiscard]] State state_of(const StepId& step) const {
    for (const auto& line : service_->evening().status(clock_.now()).steps)
      if (line.id.step == step) return line.state;
    return State::waiting;
  }

  static inline const Target water{{"water"}, {}, {}};
  static inline const Target stretch{{"calf-stretch"}, {}, {}};

  SimulatedClock clock_;
  SimulatedTimer timer_;
  SimulatedDesktop desktop_{clock_};
  MortalHistory history_;
  FixedZones zones_;
  GivenSchedule schedule_;
  RememberingLog log_;
  std::unique_ptr<ReminderService> service_;
  std::set<StepId> over_;
  std::vector<std::string> faults_;
  int deaths_ = 0;
};

TEST(ReminderServiceKilled, LosesNoConfirmedAnswerAndShowsNothingAnsweredWhereverItDies) {
  int deaths = 0;
  for (const bool after : {false, true}) {
    for (int append = 1;; ++append) {
      EveningWithADeath evening{append, after};
      evening.play();
      EXPECT_THAT(evening.faults(), IsEmpty()) << "killed " << (after ? "after" : "before") << " append " << append;
      if (!evening.died()) break;
      ++deaths;
    }
  }
  EXPECT_GT(deaths, 15);
}

}  // namespace
}  // namespace calmcalf
