// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>
#include <unistd.h>

#include "adapters/sqlite/sqlite_history.hpp"
#include "cli/a_home.hpp"
#include "domain/iso8601.hpp"

namespace calmcalf {
namespace {

using testing::EndsWith;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

constexpr Duration berlin = std::chrono::hours{1};

Instant in_berlin(const char* local) {
  return Instant{parse_local_time(local).value().time_since_epoch() - berlin};
}

class HistoryCommand : public AHome {
 protected:
  static Subject subject(const char* night, const char* step, const char* due, int number = 1) {
    return {{parse_night(night).value(), {step}, number}, in_berlin(due), berlin};
  }
  static Entry entry(const char* at, Source source, entry::Body body) {
    return {in_berlin(at), berlin, source, std::move(body)};
  }

  void record(const Ledger& ledger) const { SqliteHistory::open_for_service(home_ / own_history)->append(ledger); }

  /// Two evenings: what came after midnight belongs to the first.
  void record_two_evenings() const {
    const auto water = subject("2026-11-23", "water", "2026-11-23T20:30");
    const auto stretch = subject("2026-11-23", "calf-stretch", "2026-11-24T00:15");
    const auto next_water = subject("2026-11-24", "water", "2026-11-24T20:30");
    record({entry("2026-11-23T20:00", Source::service, entry::Started{}),
            entry("2026-11-23T20:30", Source::service, entry::Shown{water}),
            entry("2026-11-23T20:41", Source::notification, entry::Ended{water, State::done}),
            entry("2026-11-24T00:15", Source::service, entry::Shown{stretch}),
            entry("2026-11-24T01:00", Source::service, entry::Ended{stretch, State::missed}),
            entry("2026-11-24T20:30", Source::service, entry::Shown{next_water})});
  }

  [[nodiscard]] Json history_json(std::vector<std::string> more = {}) const {
    more.insert(more.begin(), {"history", "--json"});
    return Json::parse(calmcalf(std::move(more)).out);
  }

  void execute(const char* statements) const {
    sqlite3* database = nullptr;
    ASSERT_EQ(::sqlite3_open((home_ / own_history).c_str(), &database), SQLITE_OK);
    EXPECT_EQ(::sqlite3_exec(database, statements, nullptr, nullptr, nullptr), SQLITE_OK);
    ::sqlite3_close(database);
  }
};

TEST_F(HistoryCommand, IsEmptyWhereNothingEverRan) {
  const auto history = calmcalf({"history"});
  EXPECT_EQ(history.status, 0);
  EXPECT_EQ(history.out, "Nothing has been recorded yet.\n");
  EXPECT_EQ(calmcalf({"history", "--json"}).out, "[]\n");
  EXPECT_FALSE(std::filesystem::exists(home_ / own_history));
}

TEST_F(HistoryCommand, ShowsWhatBecameOfEachStepNightByNight) {
  record_two_evenings();
  const auto history = calmcalf({"history"});
  EXPECT_EQ(history.status, 0);
  EXPECT_EQ(history.out,
            "Monday, 23 November 2026\n"
            "  20:30      water         done      at 20:41, by notification\n"
            "  00:15 Tue  calf-stretch  missed    at 01:00 Tue, by service\n"
            "Tuesday, 24 November 2026\n"
            "  20:30      water         due       at 20:30, by service\n");
  EXPECT_THAT(history.err, IsEmpty());
}

TEST_F(HistoryCommand, GivesProgramsEveryOccurrenceAsAnObject) {
  record_two_evenings();
  const auto json = history_json();
  ASSERT_EQ(json.size(), 3);
  EXPECT_EQ(json[0].dump(), Json({{"night", "2026-11-23"},
                                  {"step", "water"},
                                  {"number", 1},
                                  {"at", "2026-11-23T20:30:00+01:00"},
                                  {"state", "done"},
                                  {"changed_at", "2026-11-23T20:41:00+01:00"},
                                  {"source", "notification"}})
                                .dump());
  EXPECT_EQ(json[2].dump(), Json({{"night", "2026-11-24"},
                                  {"step", "water"},
                                  {"number", 1},
                                  {"at", "2026-11-24T20:30:00+01:00"},
                                  {"state", "due"},
                                  {"changed_at", "2026-11-24T20:30:00+01:00"},
                                  {"source", "service"}})
                                .dump());
}

TEST_F(HistoryCommand, KeepsToTheNightsThatAreAskedFor) {
  record_two_evenings();
  EXPECT_EQ(history_json({"--until", "2026-11-23"}).size(), 2);
  EXPECT_EQ(history_json({"--from", "2026-11-24"}).size(), 1);
  EXPECT_EQ(history_json({"--from", "2026-11-23", "--until", "2026-11-24"}).size(), 3);
  EXPECT_EQ(calmcalf({"history", "--from", "2027-01-01"}).out, "Nothing was recorded of these nights.\n");
}

TEST_F(HistoryCommand, ReadsTheFileThatIsNamed) {
  record_two_evenings();
  std::filesystem::rename(home_ / own_history, home_ / "old.db");
  EXPECT_EQ(history_json({"--history", "old.db"}).size(), 3);
  EXPECT_EQ(history_json().size(), 0);
}

TEST_F(HistoryCommand, ReadsWhatMayOnlyBeRead) {
  record_two_evenings();
  const auto folder = (home_ / own_history).parent_path();
  std::filesystem::permissions(home_ / own_history, std::filesystem::perms::owner_read);
  std::filesystem::permissions(folder, std::filesystem::perms::owner_read | std::filesystem::perms::owner_exec);
  const auto json = history_json();
  std::filesystem::permissions(folder, std::filesystem::perms::owner_all);
  EXPECT_EQ(json.size(), 3);
}

TEST_F(HistoryCommand, SaysInOneLineThatTheFileIsDamagedAndLeavesIt) {
  write(own_history, "this was never a history, and it is long enough to be looked at as a database might be\n");
  const auto before = content_of(own_history);
  const auto history = calmcalf({"history"});
  EXPECT_EQ(history.status, 1);
  EXPECT_THAT(history.out, IsEmpty());
  EXPECT_THAT(history.err, StartsWith("calmcalf: " + (home_ / own_history).string() + ": is damaged"));
  EXPECT_EQ(std::ranges::count(history.err, '\n'), 1);
  EXPECT_EQ(content_of(own_history), before);
}

TEST_F(HistoryCommand, SaysInOneLineThatTheFileIsOfANewerVersion) {
  record_two_evenings();
  execute("PRAGMA user_version = 999");
  const auto history = calmcalf({"history"});
  EXPECT_EQ(history.status, 1);
  EXPECT_THAT(history.err, HasSubstr("newer Calmcalf"));
  EXPECT_EQ(std::ranges::count(history.err, '\n'), 1);
}

TEST_F(HistoryCommand, SaysInOneLineThatTheFileMayNotBeRead) {
  if (::geteuid() == 0) GTEST_SKIP() << "root may read everything";
  record_two_evenings();
  std::filesystem::permissions(home_ / own_history, std::filesystem::perms::none);
  const auto history = calmcalf({"history"});
  EXPECT_EQ(history.status, 1);
  EXPECT_THAT(history.err, HasSubstr("cannot be read"));
  EXPECT_EQ(std::ranges::count(history.err, '\n'), 1);
}

TEST_F(HistoryCommand, SaysInOneLineThatAFolderIsNoHistory) {
  std::filesystem::create_directories(home_ / "folder");
  const auto history = calmcalf({"history", "--history", "folder"});
  EXPECT_EQ(history.status, 1);
  EXPECT_THAT(history.err, StartsWith("calmcalf: "));
  EXPECT_EQ(std::ranges::count(history.err, '\n'), 1);
}

TEST_F(HistoryCommand, WantsDatesInTheirOrder) {
  const auto history = calmcalf({"history", "--from", "2026-11-24", "--until", "2026-11-23"});
  EXPECT_EQ(history.status, 2);
  EXPECT_THAT(history.err, EndsWith("See: calmcalf history --help\n"));
  EXPECT_EQ(calmcalf({"history", "--until", "yesterday"}).status, 2);
}

}  // namespace
}  // namespace calmcalf
