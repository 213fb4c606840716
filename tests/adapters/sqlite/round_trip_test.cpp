// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "adapters/fresh_folder.hpp"
#include "adapters/sqlite/entries.hpp"
#include "adapters/sqlite/sqlite_history.hpp"

namespace calmcalf {
namespace {

using namespace std::chrono_literals;

const Subject water{{night(23), {"water"}, 1}, bedtime(night(23)), 1h};

Entry entry_of(entry::Body body) {
  return {bedtime(night(23)) + 5min, 1h, Source::tray, std::move(body)};
}

Cramp full_cramp() {
  Cramp cramp;
  cramp.at = bedtime(night(23)) + 4h;
  cramp.at_offset = 2h;
  cramp.side = CrampSide::both;
  cramp.muscle = Muscle::quadriceps;
  cramp.severity = 10;
  cramp.minutes = 0;
  cramp.woke = true;
  cramp.triggers = {Trigger::exercise, Trigger::sitting,   Trigger::standing,
                    Trigger::sweating, Trigger::diarrhoea, Trigger::alcohol};
  cramp.relief = {Relief::stretch, Relief::massage,    Relief::walk, Relief::warmth,
                  Relief::raise,   Relief::painkiller, Relief::other};
  cramp.note = "after the long walk";
  return cramp;
}

Entry cramp_with_note(std::string note) {
  Cramp cramp;
  cramp.note = std::move(note);
  return entry_of(entry::Cramped{night(23), cramp});
}

/// Whatever is recorded is read back as it was, by this process as by another one.
void expect_back(const Ledger& ledger) {
  const FreshFolder folder{FreshFolder::On::memory};
  {
    const auto history = SqliteHistory::open_for_service(folder / "history.db");
    for (const Entry& entry : ledger) {
      append(*history, entry);
      EXPECT_EQ(history->load({}, {}).back(), entry);
    }
  }
  EXPECT_EQ(SqliteHistory::open_for_reading(folder / "history.db")->load({}, {}), ledger);
}

Ledger one_of_each_kind() {
  return {entry_of(entry::Started{}),
          entry_of(entry::Rescheduled{}),
          entry_of(entry::Shown{water, entry::Shown::Why::first}),
          entry_of(entry::Shown{water, entry::Shown::Why::repeat}),
          entry_of(entry::Shown{water, entry::Shown::Why::again}),
          entry_of(entry::Dismissed{water}),
          entry_of(entry::Snoozed{water, bedtime(night(23)) + 10min}),
          entry_of(entry::Ended{water, State::done}),
          entry_of(entry::Ended{water, State::skipped}),
          entry_of(entry::Ended{water, State::missed}),
          entry_of(entry::Ended{water, State::unseen}),
          entry_of(entry::Ended{water, State::paused}),
          entry_of(entry::Undone{water}),
          entry_of(entry::Paused{bedtime(night(24))}),
          entry_of(entry::Resumed{}),
          entry_of(entry::BedtimeMoved{night(23), 45min}),
          entry_of(entry::BedtimeMoved{night(23), -45min}),
          entry_of(entry::Cramped{night(23), full_cramp()}),
          entry_of(entry::Cramped{night(23), Cramp{}}),
          entry_of(entry::CrampAmended{night(23), {bedtime(night(23)), 2}, full_cramp()}),
          entry_of(entry::CrampRemoved{night(23), {bedtime(night(23)), 1}}),
          entry_of(entry::NoCramp{night(23)}),
          entry_of(entry::DiaryUndone{night(23)}),
          entry_of(entry::MorningChecked{night(23)}),
          entry_of(entry::DoctorHinted{night(23)}),
          entry_of(entry::QuestionClosed{night(23)}),
          entry_of(entry::HintClosed{night(23)})};
}

TEST(Recorded, ComesBackWhateverKindItIs) {
  std::vector<bool> kinds(std::variant_size_v<entry::Body>);
  for (const Entry& entry : one_of_each_kind()) kinds.at(entry.body.index()) = true;
  EXPECT_EQ(kinds, std::vector<bool>(std::variant_size_v<entry::Body>, true)) << "one of the kinds is not tried";
  expect_back(one_of_each_kind());
}

TEST(Recorded, ComesBackWhereverItIsFrom) {
  expect_back({done(night(23), 1, Source::notification), done(night(23), 2, Source::tray),
               done(night(23), 3, Source::command), done(night(23), 4, Source::bus),
               done(night(23), 5, Source::service), done(night(23), 6, Source::import)});
}

TEST(Recorded, ComesBackWhateverItSays) {
  expect_back({cramp_with_note(R"(it's "quoted"; DROP TABLE entries; -- \ {"json": [1]} %s ?1)"),
               cramp_with_note("zwei\nZeilen\tund\r\n\x01 mehr"), cramp_with_note("🐄🦵 小腿 עגל"),
               cramp_with_note(std::string{"a\0b", 3}), cramp_with_note(std::string(100'000, 'x')),
               cramp_with_note(std::string(100'000, '"'))});
}

TEST(Recorded, ComesBackFromFarAway) {
  Ledger ledger;
  for (const int in : {-20'000, 1, 1800, 2038, 9999, 30'000}) {
    const Night far{std::chrono::local_days{std::chrono::year{in} / std::chrono::January / 31}};
    const Subject subject{{far, {"water"}, 2'000'000'000}, bedtime(far), -(9h + 30min)};
    ledger.push_back({bedtime(far), 14h, Source::bus, entry::Snoozed{subject, bedtime(far) + 10min}});
    ledger.push_back({bedtime(far), -12h, Source::service, entry::Started{}});
  }
  expect_back(ledger);
}

TEST(Recorded, TextThatIsNoUtf8KeepsWhatCanBeRead) {
  const FreshFolder folder{FreshFolder::On::memory};
  const auto history = SqliteHistory::open_for_service(folder / "history.db");
  append(*history, cramp_with_note("left \xff calf"));
  const Ledger ledger = history->load({}, {});
  ASSERT_EQ(ledger.size(), 1U);
  EXPECT_EQ(std::get<entry::Cramped>(ledger.front().body).cramp.note, "left \xef\xbf\xbd calf");
}

}  // namespace
}  // namespace calmcalf
