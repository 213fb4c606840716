// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "adapters/fresh_folder.hpp"
#include "adapters/sqlite/entries.hpp"
#include "adapters/sqlite/first_format.hpp"
#include "adapters/sqlite/other_program.hpp"
#include "adapters/sqlite/own_process.hpp"
#include "adapters/sqlite/sqlite_history.hpp"

namespace calmcalf {
namespace {

using testing::ElementsAre;
namespace fs = std::filesystem;
using Kind = HistoryError::Kind;

constexpr const char* all_rows = "SELECT * FROM entries ORDER BY seq";
constexpr const char* all_definitions = "SELECT type, name, sql FROM sqlite_schema ORDER BY name";
constexpr std::size_t kib = 1024;

std::string bytes_of(const fs::path& file) {
  std::ostringstream text;
  text << std::ifstream{file, std::ios::binary}.rdbuf();
  return text.str();
}

class FirstFormat : public testing::Test {
 protected:
  void SetUp() override { put_first_format_at(file_); }

  std::unique_ptr<SqliteHistory> open() const { return SqliteHistory::open_for_service(file_); }
  fs::path backup(int number) const { return file_.string() + ".backup." + std::to_string(number); }

  static std::string ask(const fs::path& file, const std::string& query) { return OtherProgram{file}.ask(query); }

  std::vector<std::string> names_beside() const {
    std::vector<std::string> names;
    for (const auto& file : fs::directory_iterator{folder_.path()}) names.push_back(file.path().filename());
    std::ranges::sort(names);
    return names;
  }

  /// A history of its own, with one entry that has this id.
  void put_first_format_with(const std::string& id) const {
    put_first_format_at(file_);
    OtherProgram{file_}.run("INSERT INTO entries (id, at, utc_offset, source, kind, night) VALUES ('" + id +
                            "', 0, 0, 'service', 'started', 0)");
  }

  bool has(const fs::path& file, const std::string& id) const {
    return ask(file, "SELECT count(*) FROM entries WHERE id = '" + id + "'") == "1|";
  }

  FreshFolder folder_{FreshFolder::On::memory};
  fs::path file_ = folder_ / "history.db";
};

TEST_F(FirstFormat, IsWhatItWas) {
  EXPECT_EQ(ask(file_, "PRAGMA user_version"), "1|");
  EXPECT_EQ(ask(file_, "SELECT count(*), count(DISTINCT kind) FROM entries"), "28|14|");
  EXPECT_EQ(ask(file_, "SELECT count(DISTINCT night) > 5 FROM entries"), "1|");
}

TEST_F(FirstFormat, IsBroughtToThisOneWithAllThatItHolds) {
  const std::string rows = ask(file_, all_rows);
  {
    const auto history = open();
    ASSERT_TRUE(history->migration());
    EXPECT_EQ(history->migration()->from, 1);
    EXPECT_EQ(history->migration()->to, 2);
    EXPECT_EQ(history->migration()->backup, fs::canonical(backup(1)));
    EXPECT_EQ(history->load({}, {}), ledger_of_first_format());
    EXPECT_EQ(history->last(bedtime(night(24))), bedtime(night(24)) - std::chrono::minutes{655});
    EXPECT_FALSE(history->damaged_file());
    append(*history, done(night(25)));
  }
  EXPECT_FALSE(open()->migration()) << "once is enough";
  EXPECT_EQ(open()->load(night(25), night(25)), Ledger{done(night(25))});
  EXPECT_EQ(ask(file_, "SELECT * FROM entries WHERE seq <= 28 ORDER BY seq"), rows);
  EXPECT_EQ(ask(file_, "PRAGMA integrity_check"), "ok|");
}

TEST_F(FirstFormat, BecomesWhatANewHistoryIs) {
  open();
  static_cast<void>(SqliteHistory::open_for_service(folder_ / "new.db"));
  EXPECT_EQ(ask(file_, all_definitions), ask(folder_ / "new.db", all_definitions));
}

TEST_F(FirstFormat, IsKeptBesideForItsOwnerAlone) {
  const std::string rows = ask(file_, all_rows);
  const std::string definitions = ask(file_, all_definitions);
  open();
  EXPECT_THAT(names_beside(), ElementsAre("history.db", "history.db.backup.1", "history.db.lock"));
  EXPECT_EQ(fs::status(backup(1)).permissions(), fs::perms::owner_read | fs::perms::owner_write);
  EXPECT_EQ(ask(backup(1), all_rows), rows);
  EXPECT_EQ(ask(backup(1), all_definitions), definitions);
  EXPECT_EQ(ask(backup(1), "PRAGMA user_version"), "1|");
  EXPECT_EQ(ask(backup(1), "PRAGMA integrity_check"), "ok|");
  EXPECT_EQ(ask(backup(1), "PRAGMA journal_mode"), "delete|") << "nothing else belongs to it";
}

TEST_F(FirstFormat, CanBeTakenBackFromTheBackup) {
  open();
  fs::copy_file(backup(1), file_, fs::copy_options::overwrite_existing);
  EXPECT_EQ(open()->load({}, {}), ledger_of_first_format());
}

TEST_F(FirstFormat, IsBackedUpWithWhatWaitsInItsLog) {
  OtherProgram browser{file_};
  browser.run(
      "PRAGMA wal_autocheckpoint = 0;"
      "INSERT INTO entries (id, at, utc_offset, source, kind, night) VALUES ('waits', 0, 0, 'service', 'started', 0)");
  ASSERT_GT(fs::file_size(file_.string() + "-wal"), 0U);
  open();
  EXPECT_TRUE(has(backup(1), "waits"));
}

TEST_F(FirstFormat, PushesOutTheOldestOfThreeBackups) {
  for (const char* id : {"a", "b", "c", "d"}) {
    put_first_format_with(id);
    open();
  }
  EXPECT_TRUE(has(backup(1), "d"));
  EXPECT_TRUE(has(backup(2), "c"));
  EXPECT_TRUE(has(backup(3), "b"));
  EXPECT_THAT(names_beside(), ElementsAre("history.db", "history.db.backup.1", "history.db.backup.2",
                                          "history.db.backup.3", "history.db.lock"));
}

TEST_F(FirstFormat, MovesOnlyWhatIsInTheWayOfItsBackup) {
  for (const int number : {2, 3}) std::ofstream{backup(number)} << number;
  open();
  EXPECT_EQ(bytes_of(backup(2)), "2");
  EXPECT_EQ(bytes_of(backup(3)), "3");
  put_first_format_with("other");
  fs::remove(backup(2));
  open();
  EXPECT_EQ(ask(backup(2), "SELECT count(*) FROM entries"), "28|");
  EXPECT_EQ(bytes_of(backup(3)), "3");
}

TEST_F(FirstFormat, IsBackedUpOnceHoweverOftenTheMigrationFails) {
  std::ofstream{backup(1)} << "of an older one";
  OtherProgram{file_}.run("CREATE TABLE entries_by_time (in_the_way)");
  const std::string rows = ask(file_, all_rows);
  for (int start = 0; start < 4; ++start) {
    EXPECT_TRUE(is_error(error_of([&] { return open(); }), Kind::failed, file_, "entries_by_time"));
  }
  EXPECT_EQ(ask(file_, "PRAGMA user_version"), "1|");
  EXPECT_EQ(ask(file_, all_rows), rows);
  EXPECT_EQ(ask(backup(1), all_rows), rows);
  EXPECT_EQ(bytes_of(backup(2)), "of an older one");
  EXPECT_FALSE(fs::exists(backup(3)));

  OtherProgram{file_}.run("DROP TABLE entries_by_time");
  EXPECT_TRUE(open()->migration());
}

TEST_F(FirstFormat, IsNoReasonToBackUpANewHistory) {
  for (const char* name : {"new.db", "empty.db"}) {
    file_ = folder_ / name;
    if (file_ == folder_ / "empty.db") std::ofstream{file_}.flush();
    const auto history = open();
    EXPECT_FALSE(history->migration());
  }
  EXPECT_THAT(names_beside(), ElementsAre("empty.db", "empty.db.lock", "history.db", "new.db", "new.db.lock"));
}

TEST_F(FirstFormat, IsNotTouchedByWhoOnlyReads) {
  const std::string content = bytes_of(file_);
  EXPECT_TRUE(is_error(error_of([&] { return SqliteHistory::open_for_reading(file_); }), Kind::failed, file_,
                       "start the service once"));
  EXPECT_EQ(bytes_of(file_), content);
  EXPECT_FALSE(fs::exists(backup(1)));
}

TEST_F(FirstFormat, IsBroughtToThisOneByAnImportToo) {
  const auto history = SqliteHistory::open_for_import(file_);
  ASSERT_TRUE(history->migration());
  EXPECT_TRUE(fs::exists(history->migration()->backup));
  EXPECT_EQ(history->load({}, {}), ledger_of_first_format());
}

TEST_F(FirstFormat, IsNotHeldUpByWhatACrashLeft) {
  for (const char* ending : {".backup.new", ".backup.new-journal"})
    std::ofstream{file_.string() + ending} << std::string(5000, '?');
  open();
  EXPECT_THAT(names_beside(), ElementsAre("history.db", "history.db.backup.1", "history.db.lock"));
  EXPECT_EQ(ask(backup(1), "PRAGMA integrity_check"), "ok|");
}

TEST_F(FirstFormat, StaysWhereItCannotBeBackedUp) {
  const std::string content = bytes_of(file_);
  fs::create_directory(file_.string() + ".backup.new");
  const auto error = error_of([&] { return open(); });
  EXPECT_TRUE(is_error(error, Kind::failed, file_, "is not brought from format 1 to 2"));
  EXPECT_TRUE(is_error(error, Kind::failed, file_, "history.db.backup.new: cannot be used"));
  EXPECT_EQ(bytes_of(file_), content);
  EXPECT_FALSE(fs::exists(backup(1)));

  fs::remove(file_.string() + ".backup.new");
  EXPECT_EQ(open()->load({}, {}), ledger_of_first_format());
}

TEST_F(FirstFormat, StaysWhileAnotherProgramKeepsItLocked) {
  OtherProgram browser{file_};
  browser.run("BEGIN IMMEDIATE");
  EXPECT_TRUE(is_error(error_of([&] { return open(); }), Kind::busy, file_, "close that program"));
  EXPECT_FALSE(fs::exists(backup(1)));
  browser.run("COMMIT");
  EXPECT_TRUE(open()->migration());
}

TEST_F(FirstFormat, StaysOnAFullDiskAndIsBroughtToThisOneOnceThereIsSpace) {
  const auto result = with_disk_at(folder_.path(), 512 * kib, [&] {
    put_first_format_at(file_);
    const std::string rows = ask(file_, all_rows);
    std::string text;
    for (std::size_t space = 0;; space += 4 * kib) {
      fill_disk(folder_.path(), space);
      const auto error = error_of([&] { return open(); });
      free_disk(folder_.path());
      if (!error) break;
      if (error->kind() != Kind::full) return std::string{error->what()};
      if (ask(file_, "PRAGMA user_version") != "1|" || ask(file_, all_rows) != rows) return std::string{"changed"};
      if (fs::exists(file_.string() + ".backup.new")) return std::string{"half a backup stays"};
      const std::string how = fs::exists(backup(1)) ? "backed up\n" : std::string{error->what()} + '\n';
      if (!text.ends_with(how)) text += how;
    }
    return text + (open()->load({}, {}) == ledger_of_first_format() ? "goes on" : "does not go on");
  });
  if (!result) GTEST_SKIP() << "no disk of one's own can be mounted here: neither root nor user namespaces";
  const std::string file = fs::canonical(folder_.path()) / "history.db";
  const std::string remedy = ": cannot be written, the disk is full; free some space and try again\n";
  EXPECT_EQ(*result, file + ".lock" + remedy + file + remedy + file +
                         ": is not brought from format 1 to 2, because it cannot be backed up before. " + file +
                         ".backup.new" + remedy + "backed up\ngoes on");
}

}  // namespace
}  // namespace calmcalf
