// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "adapters/fresh_folder.hpp"
#include "adapters/sqlite/entries.hpp"
#include "adapters/sqlite/other_program.hpp"
#include "adapters/sqlite/sqlite_history.hpp"

namespace calmcalf {
namespace {

namespace fs = std::filesystem;
using Kind = HistoryError::Kind;

constexpr int many = 2000;
constexpr std::streamoff page_size = 4096;

std::string content_of(const fs::path& file) {
  std::ostringstream text;
  text << std::ifstream{file, std::ios::binary}.rdbuf();
  return text.str();
}

class DamagedHistories : public testing::Test {
 protected:
  std::unique_ptr<SqliteHistory> open() const { return SqliteHistory::open_for_service(file_); }

  void write_history() const {
    Ledger ledger;
    for (int i = 0; i < many; ++i) ledger.push_back(done(night(1) + i, 1));
    open()->append(ledger);
  }

  /// Writes over pages of the file, from `first`, counted from 1 as SQLite does.
  void scribble(int first, int pages) const {
    std::fstream stream{file_, std::ios::binary | std::ios::in | std::ios::out};
    stream.seekp((first - 1) * page_size);
    stream << std::string(static_cast<std::size_t>(pages * page_size), '\xa5');
  }

  /// A page on which nights in the midst of the table stand.
  int page_in_the_midst() const {
    const std::string content = content_of(file_);
    // The ids of nights stand in order; their own index and table are told apart by the step's name.
    const std::size_t at = content.find("water", content.size() / 3);
    return static_cast<int>(at / page_size) + 1;
  }

  std::vector<std::string> names_beside() const {
    std::vector<std::string> names;
    for (const auto& file : fs::directory_iterator{folder_.path()}) names.push_back(file.path().filename());
    std::ranges::sort(names);
    return names;
  }

  FreshFolder folder_{FreshFolder::On::memory};
  fs::path file_ = folder_ / "history.db";
};

TEST_F(DamagedHistories, ArePutAsideByTheServiceWhichBeginsANewOne) {
  const std::string garbage = "this has never been a database, and is long enough to tell: " + std::string(5000, '?');
  std::ofstream{file_} << garbage;
  const auto history = open();
  ASSERT_TRUE(history->damaged_file());
  EXPECT_TRUE(history->damaged_file()->filename().string().starts_with("history.db.corrupt-20"));
  EXPECT_EQ(content_of(*history->damaged_file()), garbage);
  EXPECT_TRUE(history->load({}, {}).empty());
  append(*history, done(night(23)));
  EXPECT_EQ(history->load({}, {}), (Ledger{done(night(23))}));
}

TEST_F(DamagedHistories, ArePutAsideWithWhatBelongsToThem) {
  for (const std::string ending : {"", "-wal", "-shm"})
    std::ofstream{file_.string() + ending} << std::string(5000, '?');
  const auto history = open();
  ASSERT_TRUE(history->damaged_file());
  EXPECT_EQ(content_of(history->damaged_file()->string() + "-wal"), std::string(5000, '?'));
  EXPECT_TRUE(fs::exists(history->damaged_file()->string() + "-shm"));
}

TEST_F(DamagedHistories, NeverTakeThePlaceOfOneAnother) {
  std::vector<fs::path> aside;
  for (const char letter : {'a', 'b', 'c'}) {
    std::ofstream{file_} << std::string(5000, letter);
    aside.push_back(open()->damaged_file().value());
  }
  EXPECT_EQ(content_of(aside[0]), std::string(5000, 'a'));
  EXPECT_EQ(content_of(aside[1]), std::string(5000, 'b'));
  EXPECT_EQ(content_of(aside[2]), std::string(5000, 'c'));
}

TEST_F(DamagedHistories, AreLeftWhereTheyAreByWhoOnlyReadsOrImports) {
  std::ofstream{file_} << std::string(5000, '?');
  EXPECT_TRUE(
      is_error(error_of([&] { return SqliteHistory::open_for_reading(file_); }), Kind::corrupt, file_, "is damaged"));
  EXPECT_TRUE(
      is_error(error_of([&] { return SqliteHistory::open_for_import(file_); }), Kind::corrupt, file_, "is damaged"));
  EXPECT_EQ(names_beside(), (std::vector<std::string>{"history.db"}));
  EXPECT_EQ(content_of(file_), std::string(5000, '?'));
}

TEST_F(DamagedHistories, AreNoticedWhileTheServiceRunsAndPutAsideByTheNext) {
  write_history();
  scribble(page_in_the_midst(), 3);
  {
    const auto history = open();
    EXPECT_FALSE(history->damaged_file()) << "the beginning is sound, and all of it is not read at every start";
    EXPECT_TRUE(is_error(error_of([&] { return history->load({}, {}); }), Kind::corrupt, file_, "is damaged"));
  }
  const std::string damaged = content_of(file_);
  const auto history = open();
  ASSERT_TRUE(history->damaged_file());
  EXPECT_EQ(content_of(*history->damaged_file()), damaged);
  EXPECT_TRUE(history->load({}, {}).empty());
}

TEST_F(DamagedHistories, AreNoticedWhenSomethingIsRecorded) {
  write_history();
  const int pages = static_cast<int>(fs::file_size(file_) / page_size);
  scribble(2, pages - 1);
  {
    const auto history = open();
    EXPECT_TRUE(is_error(error_of([&] { append(*history, done(night(23))); }), Kind::corrupt, file_, "is damaged"));
  }
  EXPECT_TRUE(open()->damaged_file());
}

TEST_F(DamagedHistories, AreNoticedByAReaderAndPutAsideByTheNextService) {
  write_history();
  scribble(page_in_the_midst(), 3);
  const auto error = error_of([&] { return SqliteHistory::open_for_reading(file_)->load({}, {}); });
  EXPECT_TRUE(is_error(error, Kind::corrupt, file_, "restart the service, which puts it aside"));
  EXPECT_TRUE(open()->damaged_file());
}

TEST_F(DamagedHistories, AreLookedForAfterAServiceThatWasKilled) {
  write_history();
  scribble(page_in_the_midst(), 3);
  std::ofstream{file_.string() + ".lock"} << "4711\n";
  EXPECT_TRUE(open()->damaged_file());
}

TEST_F(DamagedHistories, AreNotSeenInASoundOneAfterAServiceThatWasKilled) {
  write_history();
  std::ofstream{file_.string() + ".lock"} << "4711\n";
  const auto history = open();
  EXPECT_FALSE(history->damaged_file());
  EXPECT_EQ(history->load({}, {}).size(), static_cast<std::size_t>(many));
}

TEST_F(DamagedHistories, HoldRowsThatNoCalmcalfWrites) {
  int number = 0;
  for (const std::string row :
       {"'bus', 'danced', 1, NULL, NULL, NULL, NULL, NULL, NULL",
        "'mars', 'started', 1, NULL, NULL, NULL, NULL, NULL, NULL",
        "'bus', 'ended', 1, 'water', 1, 0, 0, 'eaten', NULL",
        "'bus', 'ended', 1, 'water', 1, 0, 0, NULL, NULL",
        "'bus', 'ended', 1, NULL, 1, 0, 0, 'done', NULL",
        "'bus', 'ended', 1, 'water', 99999999999, 0, 0, 'done', NULL",
        "'bus', 'no_cramp', 99999999999, NULL, NULL, NULL, NULL, NULL, NULL",
        "'bus', 'no_cramp', 2147483647, NULL, NULL, NULL, NULL, NULL, NULL",
        "'bus', 'ended', 1, 'water', 1, 9223372036854775807, 0, 'done', NULL",
        "'bus', 'ended', 1, 'water', 1, 0, -100000, 'done', NULL",
        "'bus', 'bedtime_moved', 1, NULL, NULL, NULL, NULL, NULL, '{\"by\":9223372036854775807}'",
        "'bus', 'cramp', 1, NULL, NULL, NULL, NULL, NULL, '{\"at\":-9223372036854775808}'",
        "'bus', 'paused', 1, NULL, NULL, NULL, NULL, NULL, NULL",
        "'bus', 'paused', 1, NULL, NULL, NULL, NULL, NULL, '{\"until\":\"noon\"}'",
        "'bus', 'paused', 1, NULL, NULL, NULL, NULL, NULL, '{\"until\":1.5}'",
        "'bus', 'cramp', 1, NULL, NULL, NULL, NULL, NULL, '{'",
        "'bus', 'cramp', 1, NULL, NULL, NULL, NULL, NULL, '[1]'",
        "'bus', 'cramp', 1, NULL, NULL, NULL, NULL, NULL, '{\"side\":\"top\"}'",
        "'bus', 'cramp', 1, NULL, NULL, NULL, NULL, NULL, '{\"triggers\":\"sitting\"}'",
        "'bus', 'cramp', 1, NULL, NULL, NULL, NULL, NULL, '{\"triggers\":[7]}'",
        "'bus', 'cramp', 1, NULL, NULL, NULL, NULL, NULL, '{\"woke\":1}'",
        "'bus', 'cramp', 1, NULL, NULL, NULL, NULL, NULL, '{\"note\":[]}'"}) {
    file_ = folder_ / (std::to_string(++number) + ".db");
    append(*open(), done(night(23)));
    OtherProgram{file_}.run(
        "INSERT INTO entries (id, at, utc_offset, source, kind, night, step, number, due, due_offset, how, detail) "
        "VALUES ('x', 0, 0, " +
        row + ")");
    const auto error = error_of([&] { return open()->load({}, {}); });
    EXPECT_TRUE(is_error(error, Kind::corrupt, file_, "entry 2 makes no sense")) << row;
    EXPECT_TRUE(open()->damaged_file()) << row;
  }
}

}  // namespace
}  // namespace calmcalf
