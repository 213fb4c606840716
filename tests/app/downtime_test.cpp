// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include <map>
#include <memory>
#include <string>
#include <utility>

#include <gmock/gmock.h>

#include "adapters/fresh_folder.hpp"
#include "adapters/simulated/simulated_clock.hpp"
#include "adapters/simulated/simulated_desktop.hpp"
#include "adapters/sqlite/other_program.hpp"
#include "adapters/sqlite/sqlite_history.hpp"
#include "app/given_parts.hpp"
#include "app/reminder_service.hpp"
#include "domain/iso8601.hpp"

namespace calmcalf {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;
using namespace std::chrono_literals;

const Target water{{"water"}, {}, {}};

/// The service on a history as it is kept on disk, the clock in UTC.
class Downtime : public testing::Test {
 protected:
  void start(std::string_view local) {
    clock_.set(at(local));
    history_ = SqliteHistory::open_for_service(file_);
    service_ =
        std::make_unique<ReminderService>(ServiceParts{clock_, timer_, desktop_, *history_, zones_, schedule_, log_});
    service_->start();
    settle();
  }

  void stop() {
    service_->stop();
    kill();
  }

  /// Nothing is flushed, tidied away or said.
  void kill() {
    service_.reset();
    timer_.disarm();
    desktop_.disconnect();
    history_.reset();
  }

  void settle() {
    while (desktop_.deliver()) {
    }
  }

  [[nodiscard]] bool request(const Request& request) { return !service_->request(request, Source::command); }

  /// How often each occurrence of that year was said to be unseen, as "2026-11-23 water".
  [[nodiscard]] std::map<std::string, int> unseen() const {
    std::map<std::string, int> times;
    for (const auto& entry : history_->load(night("2026-01-01"), {})) {
      const auto* ended = std::get_if<entry::Ended>(&entry.body);
      if (ended == nullptr || ended->how != State::unseen) continue;
      ++times[to_iso(ended->subject.id.night) + ' ' + ended->subject.id.step.text];
    }
    return times;
  }

  [[nodiscard]] State state_of(std::string_view step) const {
    for (const auto& line : service_->evening().status(clock_.now()).steps)
      if (line.id.step.text == step) return line.state;
    throw std::out_of_range{"no such step"};
  }

  /// The file as format 1 had it: a later one differs from it in the index alone.
  void bring_back_to_format_1() const {
    OtherProgram{file_}.run("DROP INDEX entries_by_time; PRAGMA user_version = 1");
  }

  static auto five_days_without_water_on_the_first() {
    return ElementsAre(Pair("2026-11-23 calf-stretch", 1), Pair("2026-11-24 calf-stretch", 1),
                       Pair("2026-11-24 water", 1), Pair("2026-11-25 calf-stretch", 1), Pair("2026-11-25 water", 1),
                       Pair("2026-11-26 calf-stretch", 1), Pair("2026-11-26 water", 1),
                       Pair("2026-11-27 calf-stretch", 1), Pair("2026-11-27 water", 1));
  }

  FreshFolder folder_{FreshFolder::On::memory};
  std::filesystem::path file_ = folder_ / "history.db";
  SimulatedClock clock_;
  SimulatedTimer timer_;
  SimulatedDesktop desktop_{clock_};
  FixedZones zones_;
  GivenSchedule schedule_;
  RememberingLog log_;
  std::unique_ptr<SqliteHistory> history_;
  std::unique_ptr<ReminderService> service_;
};

TEST_F(Downtime, BecomesUnseenNightsOnceHoweverOftenTheServiceStarts) {
  start("2026-11-23T20:30");
  ASSERT_TRUE(request(request::Done{{water}}));
  stop();
  start("2026-11-28T20:00");
  EXPECT_THAT(unseen(), five_days_without_water_on_the_first());
  stop();
  start("2026-11-28T20:01");
  EXPECT_THAT(unseen(), five_days_without_water_on_the_first());
  kill();
  start("2026-11-28T20:02");
  EXPECT_THAT(unseen(), five_days_without_water_on_the_first());
  EXPECT_THAT(desktop_.screen(), IsEmpty());
  EXPECT_EQ(state_of("water"), State::waiting);
}

TEST_F(Downtime, IsNotHiddenByABootWhoseClockHadLostItsBattery) {
  start("2026-11-23T20:30");
  ASSERT_TRUE(request(request::Done{{water}}));
  stop();
  start("2000-01-01T00:00:10");
  stop();
  start("2026-11-28T20:00");
  EXPECT_THAT(unseen(), five_days_without_water_on_the_first());
  stop();
  start("2026-11-28T20:01");
  EXPECT_THAT(unseen(), five_days_without_water_on_the_first());
}

TEST_F(Downtime, IsNotHiddenByAClockThatWasYearsAhead) {
  start("2026-11-23T20:30");
  ASSERT_TRUE(request(request::Done{{water}}));
  for (const auto* wrong_then_right : {"2040-01-01T20:30", "2026-11-23T20:32"}) {
    clock_.set(at(wrong_then_right));
    timer_.change_clock();
    settle();
  }
  stop();
  start("2026-11-28T20:00");
  auto nights = unseen();
  std::erase_if(nights, [](const auto& night) { return night.first > "2026-11-28"; });  // those of the wrong year
  EXPECT_THAT(nights, five_days_without_water_on_the_first());
}

TEST_F(Downtime, IsOverWhenTheClockIsSetRightInTheMidstOfABoot) {
  start("2026-11-23T20:30");
  ASSERT_TRUE(request(request::Done{{water}}));
  stop();
  start("2000-01-01T00:00:10");
  clock_.set(at("2026-11-28T20:00"));
  timer_.change_clock();
  settle();
  EXPECT_THAT(unseen(), five_days_without_water_on_the_first());
  stop();
  start("2026-11-28T20:01");
  EXPECT_THAT(unseen(), five_days_without_water_on_the_first());
}

TEST_F(Downtime, WithAnUpgradeInItKeepsWhatIsInForce) {
  start("2026-11-23T20:30");
  ASSERT_TRUE(request(request::Later{30min}));
  ASSERT_TRUE(request(request::Snooze{{water}, 25min}));
  ASSERT_TRUE(request(request::Done{{{{"calf-stretch"}, {}, {}}}}));
  kill();
  bring_back_to_format_1();

  start("2026-11-23T20:40");
  ASSERT_TRUE(history_->migration());
  EXPECT_EQ(state_of("water"), State::snoozed);
  EXPECT_EQ(state_of("calf-stretch"), State::done);
  EXPECT_EQ(service_->evening().bedtime(night("2026-11-23")), at("2026-11-23T23:00"));
  ASSERT_TRUE(request(request::Undo{}));
  EXPECT_EQ(state_of("calf-stretch"), State::waiting);
  ASSERT_TRUE(request(request::Pause{at("2026-11-23T22:00")}));
  kill();
  bring_back_to_format_1();

  start("2026-11-23T20:56");
  ASSERT_TRUE(history_->migration());
  EXPECT_THAT(desktop_.screen(), IsEmpty()) << "the snooze is over, but all is paused";
  EXPECT_EQ(service_->evening().status(clock_.now()).paused_until, at("2026-11-23T22:00"));
  EXPECT_EQ(state_of("calf-stretch"), State::waiting);
}

}  // namespace
}  // namespace calmcalf
