// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/sqlite/sqlite_history.hpp"

#include <algorithm>
#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include "adapters/fresh_folder.hpp"
#include "adapters/sqlite/entries.hpp"
#include "adapters/sqlite/other_program.hpp"
#include "adapters/sqlite/own_process.hpp"

namespace calmcalf {
namespace {

using namespace std::chrono_literals;
namespace fs = std::filesystem;
using Kind = HistoryError::Kind;

fs::perms permissions_of(const fs::path& path) {
  return fs::status(path).permissions() & fs::perms::all;
}

class Histories : public testing::Test {
 protected:
  std::unique_ptr<SqliteHistory> open() const { return SqliteHistory::open_for_service(file_); }
  std::unique_ptr<const SqliteHistory> read() const { return SqliteHistory::open_for_reading(file_); }

  FreshFolder folder_{FreshFolder::On::memory};
  fs::path file_ = folder_ / "history.db";
};

TEST_F(Histories, BeginEmpty) {
  const auto history = open();
  EXPECT_TRUE(history->load({}, {}).empty());
  EXPECT_FALSE(history->last(bedtime(night(30))));
  EXPECT_FALSE(history->damaged_file());
  EXPECT_FALSE(history->migration());
}

TEST_F(Histories, AreForTheirOwnerAlone) {
  file_ = folder_ / "share/calmcalf/history.db";
  const mode_t usual = ::umask(0);
  const auto history = open();
  append(*history, done(night(23)));
  ::umask(usual);
  EXPECT_EQ(permissions_of(folder_ / "share"), fs::perms::owner_all);
  EXPECT_EQ(permissions_of(folder_ / "share/calmcalf"), fs::perms::owner_all);
  for (const auto& file : fs::directory_iterator{folder_ / "share/calmcalf"}) {
    EXPECT_EQ(permissions_of(file), fs::perms::owner_read | fs::perms::owner_write) << file;
  }
}

TEST_F(Histories, KeepTheOrderOfRecordingAndNotOfTime) {
  const Ledger ledger{done(night(23), 2), done(night(20), 1), done(night(23), 1), started(bedtime(night(1)))};
  open()->append(ledger);
  EXPECT_EQ(open()->load({}, {}), ledger);
  EXPECT_EQ(read()->load(night(1), night(30)), ledger);
}

TEST_F(Histories, GoOnWhereTheyWereLeft) {
  append(*open(), done(night(22)));
  append(*open(), done(night(23)));
  EXPECT_EQ(open()->load({}, {}), (Ledger{done(night(22)), done(night(23))}));
}

TEST_F(Histories, RecordNothingWhereThereIsNothingToRecord) {
  const auto history = open();
  history->append({});
  EXPECT_TRUE(history->load({}, {}).empty());
}

TEST_F(Histories, AreLoadedByNightWithBothEndsIncluded) {
  const auto history = open();
  for (const unsigned day : {20U, 21U, 22U, 23U, 24U}) append(*history, done(night(day)));
  EXPECT_EQ(history->load(night(21), night(23)), (Ledger{done(night(21)), done(night(22)), done(night(23))}));
  EXPECT_EQ(history->load(night(23), {}), (Ledger{done(night(23)), done(night(24))}));
  EXPECT_EQ(history->load({}, night(20)), (Ledger{done(night(20))}));
  EXPECT_TRUE(history->load(night(25), {}).empty());
  EXPECT_TRUE(history->load(night(24), night(20)).empty());
}

TEST_F(Histories, AreLoadedByNightThoughALongPastWasImportedBetweenTwo) {
  append(*open(), done(night(22)));
  Ledger past;
  for (int number = 1; number <= 100; ++number) past.push_back(done(night(1), number));
  open()->append(past);
  append(*open(), done(night(23)));
  append(*open(), done(night(22), 2));
  EXPECT_EQ(read()->load(night(22), night(23)), (Ledger{done(night(22)), done(night(23)), done(night(22), 2)}));
  EXPECT_EQ(read()->load(night(22), {}), read()->load(night(22), night(23)));
  EXPECT_EQ(read()->load({}, night(1)), past);
  EXPECT_EQ(read()->load({}, {}).size(), past.size() + 3);
}

TEST_F(Histories, HaveTheServicesOwnEntriesInTheNightOfTheirLocalDate) {
  const auto history = open();
  // 00:30 on the 24th in Berlin, while it is still the 23rd in UTC.
  const Entry entry = started(bedtime(night(23)) + 2h);
  append(*history, entry);
  EXPECT_TRUE(history->load(night(23), night(23)).empty());
  EXPECT_EQ(history->load(night(24), night(24)), (Ledger{entry}));
}

TEST_F(Histories, KnowWhenSomethingWasLastRecordedWhateverWasImported) {
  const auto history = open();
  append(*history, done(night(20), 1));
  append(*history, done(night(21), 2, Source::command));
  append(*history, done(night(22), 3, Source::import));
  EXPECT_EQ(history->last(bedtime(night(23))), bedtime(night(21)));
  EXPECT_EQ(read()->last(bedtime(night(23))), bedtime(night(21)));
}

TEST_F(Histories, KnowWhenSomethingWasLastRecordedThoughTheClockWasWrong) {
  const auto history = open();
  append(*history, done(night(20)));
  append(*history, started(bedtime(night(1) + 3650)));                    // by a clock ten years ahead
  append(*history, started(Instant{std::chrono::seconds{946'684'800}}));  // and by one that had lost its battery
  EXPECT_EQ(history->last(bedtime(night(23))), bedtime(night(20)));
  EXPECT_EQ(history->last(bedtime(night(20))), bedtime(night(20)));
  EXPECT_EQ(history->last(bedtime(night(20)) - 1s), Instant{std::chrono::seconds{946'684'800}});
  EXPECT_FALSE(history->last(Instant{std::chrono::seconds{946'684'799}}));
}

TEST_F(Histories, RecordAllOrNothing) {
  const auto history = open();
  OtherProgram{file_}.run(
      "CREATE TRIGGER bad BEFORE INSERT ON entries WHEN new.number = 13 BEGIN SELECT RAISE(ABORT, 'unlucky'); END");
  const Ledger ledger{done(night(23), 12), done(night(23), 13)};
  EXPECT_TRUE(is_error(error_of([&] { history->append(ledger); }), Kind::failed, file_, "unlucky"));
  EXPECT_TRUE(history->load({}, {}).empty());
  append(*history, done(night(23), 14));
  EXPECT_EQ(history->load({}, {}), (Ledger{done(night(23), 14)})) << "and go on afterwards";
}

TEST_F(Histories, AreWrittenByOneServiceAtATime) {
  const auto history = open();
  EXPECT_TRUE(is_error(error_of([&] { return open(); }), Kind::in_use, file_, "process " + std::to_string(::getpid())));
  fs::create_symlink(file_, folder_ / "link.db");
  const auto error = error_of([&] { return SqliteHistory::open_for_service(folder_ / "link.db"); });
  EXPECT_TRUE(is_error(error, Kind::in_use, file_, "process"));
}

TEST_F(Histories, AreReadWhileTheServiceWrites) {
  const auto service = open();
  const auto reader = read();
  append(*service, done(night(22)));
  EXPECT_EQ(reader->load({}, {}).size(), 1U);
  append(*service, done(night(23)));
  EXPECT_EQ(reader->load({}, {}).size(), 2U);
}

TEST_F(Histories, ThatAreNotThereCannotBeReadAndAreNotMadeByTrying) {
  file_ = folder_ / "none/history.db";
  EXPECT_EQ(error_of([&] { return read(); })->kind(), Kind::missing);
  EXPECT_FALSE(fs::exists(folder_ / "none"));
  file_ = folder_ / "history.db";
  EXPECT_TRUE(is_error(error_of([&] { return read(); }), Kind::missing, file_, "no history yet"));
  {
    const std::ofstream empty{file_};
  }
  EXPECT_TRUE(is_error(error_of([&] { return read(); }), Kind::missing, file_, "no history yet")) << "an empty file";
}

TEST_F(Histories, TakeInWhatIsImportedWhileTheServiceRuns) {
  const auto service = open();
  append(*service, done(night(23)));
  const auto importer = SqliteHistory::open_for_import(file_);
  const std::vector<IdentifiedEntry> entries{
      {"0155ffb3-7940-799a-87d4-c0a8131dd061", done(night(1), 1, Source::import)},
      {"0155ffb3-7940-799a-87d4-c0a8131dd062", done(night(2), 1, Source::import)}};
  EXPECT_EQ(importer->merge(entries), 2U);
  EXPECT_EQ(importer->merge(entries), 0U) << "twice changes nothing";
  EXPECT_EQ(service->load(night(1), night(2)), (Ledger{entries[0].entry, entries[1].entry}));
  EXPECT_EQ(service->load_identified(night(1), night(2)), entries);
}

TEST_F(Histories, TakeBackWhatTheyGaveWithoutDoublingIt) {
  const auto history = open();
  append(*history, done(night(22)));
  append(*history, done(night(23)));
  auto entries = history->load_identified({}, {});
  for (auto& entry : entries) entry.entry.source = Source::import;
  EXPECT_EQ(history->merge(entries), 0U);
  EXPECT_EQ(history->load({}, {}), (Ledger{done(night(22)), done(night(23))}));

  const auto other = SqliteHistory::open_for_service(folder_ / "other.db");
  EXPECT_EQ(other->merge(entries), 2U);
  EXPECT_EQ(other->load_identified({}, {}), entries);
}

TEST_F(Histories, AreBegunByAnImportToo) {
  file_ = folder_ / "new/history.db";
  const std::vector<IdentifiedEntry> entries{
      {"0155ffb3-7940-799a-87d4-c0a8131dd061", done(night(1), 1, Source::import)}};
  EXPECT_EQ(SqliteHistory::open_for_import(file_)->merge(entries), 1U);
  EXPECT_EQ(open()->load_identified({}, {}), entries);
}

TEST_F(Histories, KeepTheirFormat) {
  append(*open(), done(night(23)));
  OtherProgram program{file_};
  EXPECT_EQ(program.ask("PRAGMA application_id"), "1130458214|");
  EXPECT_EQ(program.ask("PRAGMA user_version"), "2|");
  EXPECT_EQ(program.ask("PRAGMA journal_mode"), "wal|");
  EXPECT_EQ(program.ask("SELECT seq, at, utc_offset, source, kind, night, step, number, due, due_offset, how, detail, "
                        "length(id) FROM entries"),
            "1|1795469400|3600|notification|ended|20780|water|1|1795469400|3600|done|null|36|");
  EXPECT_EQ(program.ask("SELECT strict FROM pragma_table_list('entries')"), "1|");
}

TEST_F(Histories, AreOnlyEverAddedTo) {
  append(*open(), done(night(23)));
  OtherProgram program{file_};
  EXPECT_THROW(program.run("UPDATE entries SET how = 'missed'"), std::runtime_error);
  EXPECT_THROW(program.run("DELETE FROM entries"), std::runtime_error);
  EXPECT_EQ(open()->load({}, {}), (Ledger{done(night(23))}));
}

TEST_F(Histories, OfANewerCalmcalfAreLeftAsTheyAre) {
  append(*open(), done(night(23)));
  OtherProgram{file_}.run("PRAGMA user_version = 3");
  for (const auto& error : {error_of([&] { return open(); }), error_of([&] { return read(); }),
                            error_of([&] { return SqliteHistory::open_for_import(file_); })}) {
    EXPECT_TRUE(is_error(error, Kind::newer, file_, "written by a newer Calmcalf"));
    EXPECT_TRUE(is_error(error, Kind::newer, file_, "install that one again"));
  }
  OtherProgram{file_}.run("PRAGMA user_version = 2");
  EXPECT_EQ(open()->load({}, {}), (Ledger{done(night(23))}));
}

TEST_F(Histories, AreNotMadeOfAnotherProgramsDatabase) {
  OtherProgram{file_}.run("CREATE TABLE places (url)");
  for (const auto& error : {error_of([&] { return open(); }), error_of([&] { return read(); }),
                            error_of([&] { return SqliteHistory::open_for_import(file_); })}) {
    EXPECT_TRUE(is_error(error, Kind::failed, file_, "another program's database; name another file with --history"));
  }
  OtherProgram program{file_};
  EXPECT_EQ(program.ask("SELECT name FROM sqlite_schema"), "places|");
  EXPECT_EQ(program.ask("PRAGMA journal_mode"), "delete|");
}

TEST_F(Histories, SayWhenAnotherProgramKeepsThemLocked) {
  const auto history = open();
  OtherProgram browser{file_};
  browser.run("BEGIN IMMEDIATE");
  EXPECT_TRUE(is_error(error_of([&] { append(*history, done(night(23))); }), Kind::busy, file_, "close that program"));
  EXPECT_TRUE(history->load({}, {}).empty()) << "but can be read";
  browser.run("COMMIT");
  append(*history, done(night(23)));
  EXPECT_EQ(history->load({}, {}).size(), 1U);
}

TEST_F(Histories, WaitForAnotherProgramOnlyWhereTheyMay) {
  const auto history = open();
  OtherProgram browser{file_};
  browser.run("BEGIN IMMEDIATE");
  const Entry entry = done(night(23));
  const auto how_long = [&](auto record) {
    const auto begin = std::chrono::steady_clock::now();
    EXPECT_TRUE(is_error(error_of(record), Kind::busy, file_, "close that program"));
    return std::chrono::steady_clock::now() - begin;
  };
  const auto append = [&] { history->append({&entry, 1}); };
  EXPECT_GE(how_long(append), 200ms);
  auto shortest = how_long([&] { history->append_without_waiting({&entry, 1}); });
  for (int more = 0; more < 5; ++more)  // the machine may be busy, too
    shortest = std::min(shortest, how_long([&] { history->append_without_waiting({&entry, 1}); }));
  EXPECT_LT(shortest, 100ms);
  EXPECT_GE(how_long(append), 200ms) << "as before";
  browser.run("COMMIT");
  history->append_without_waiting({&entry, 1});
  EXPECT_EQ(history->load({}, {}), Ledger{entry});
}

TEST_F(Histories, RefuseToRecordInAFileThatIsGone) {
  const auto history = open();
  append(*history, done(night(22)));
  fs::rename(file_, folder_ / "elsewhere.db");
  EXPECT_TRUE(is_error(error_of([&] { append(*history, done(night(23))); }), Kind::failed, file_, "put it back"));
  fs::rename(folder_ / "elsewhere.db", file_);
  append(*history, done(night(23)));
  EXPECT_EQ(history->load({}, {}), (Ledger{done(night(22)), done(night(23))}));
}

TEST_F(Histories, BeginAnewWhereTheFileWasDeletedInUse) {
  auto history = open();
  append(*history, done(night(22)));
  fs::remove(file_);
  history.reset();
  EXPECT_TRUE(open()->load({}, {}).empty()) << "what belonged to the deleted file must not come back";
}

TEST_F(Histories, CanLieBehindALink) {
  fs::create_directory(folder_ / "real");
  fs::create_symlink(folder_ / "real/kept.db", file_);
  append(*open(), done(night(23)));
  EXPECT_TRUE(fs::is_symlink(file_));
  EXPECT_TRUE(fs::is_regular_file(folder_ / "real/kept.db"));
  EXPECT_EQ(read()->load({}, {}), (Ledger{done(night(23))}));
}

TEST_F(Histories, CanHaveAnyName) {
  file_ = folder_ / "100% ä?#&mode=ro;'\".db";
  append(*open(), done(night(23)));
  EXPECT_TRUE(fs::is_regular_file(file_));
  EXPECT_EQ(read()->load({}, {}), (Ledger{done(night(23))}));
}

TEST_F(Histories, CannotBeAFolder) {
  fs::create_directory(file_);
  EXPECT_TRUE(is_error(error_of([&] { return open(); }), Kind::failed, file_, "--history"));
  EXPECT_TRUE(is_error(error_of([&] { return read(); }), Kind::failed, file_, "--history"));
  EXPECT_TRUE(fs::is_directory(file_));
}

TEST_F(Histories, CannotLieInAFile) {
  std::ofstream{folder_ / "file"} << "text";
  const fs::path inside = folder_ / "file/history.db";
  const auto error = error_of([&] { return SqliteHistory::open_for_service(inside); });
  EXPECT_TRUE(is_error(error, Kind::failed, folder_ / "file", "--history"));
}

TEST_F(Histories, OfOthersAreRefusedToAnOrdinaryUser) {
  file_ = folder_ / "private/history.db";
  append(*open(), done(night(23)));
  fs::permissions(file_, fs::perms::none);
  fs::permissions(folder_ / "private", fs::perms::owner_all | fs::perms::others_read | fs::perms::others_exec);
  fs::permissions(folder_.path(), fs::perms::owner_all | fs::perms::others_read | fs::perms::others_exec);
  const auto line_of = [](const std::optional<HistoryError>& error) {
    return error ? std::to_string(static_cast<int>(error->kind())) + ' ' + error->what() : "not refused";
  };
  const std::string file = fs::canonical(folder_.path()) / "private/history.db";
  const auto read_by_other = as_ordinary_user([&] { return line_of(error_of([&] { return read(); })); });
  if (!read_by_other) GTEST_SKIP() << "cannot become another user here";
  EXPECT_EQ(*read_by_other, std::to_string(static_cast<int>(Kind::unreadable)) + ' ' + file +
                                ": cannot be read; make it and its folder readable for you");
  fs::remove(file_.string() + ".lock");
  fs::permissions(folder_ / "private", fs::perms::owner_read | fs::perms::owner_exec | fs::perms::others_exec);
  const auto used_by_other = as_ordinary_user([&] { return line_of(error_of([&] { return open(); })); });
  EXPECT_EQ(used_by_other.value(), std::to_string(static_cast<int>(Kind::read_only)) + ' ' + file +
                                       ".lock: cannot be written; make it and its folder writable for you");
  const auto made_by_other = as_ordinary_user([&] {
    return line_of(error_of([&] { return SqliteHistory::open_for_service(folder_ / "private/mine/history.db"); }));
  });
  EXPECT_EQ(made_by_other.value(), std::to_string(static_cast<int>(Kind::read_only)) + ' ' +
                                       fs::canonical(folder_.path()).string() +
                                       "/private/mine: cannot be written; make it and its folder writable for you");
  fs::permissions(folder_ / "private", fs::perms::owner_all);
}

TEST_F(Histories, ThatCannotBeWrittenAreRefusedToTheService) {
  fs::permissions(folder_.path(), fs::perms::all);
  file_ = folder_ / "own/history.db";
  const auto result = as_ordinary_user([&] {
    append(*open(), done(night(23)));
    fs::permissions(file_, fs::perms::owner_read);
    const auto error = error_of([&] { return open(); });
    fs::permissions(file_, fs::perms::owner_read | fs::perms::owner_write);
    fs::permissions(folder_ / "own", fs::perms::all);  // for who tidies up
    return error && error->kind() == Kind::read_only ? std::string{error->what()} : "not refused";
  });
  if (!result) GTEST_SKIP() << "cannot become another user here";
  EXPECT_EQ(*result, fs::canonical(folder_.path()).string() +
                         "/own/history.db: cannot be written; make it and its folder writable for you");
}

TEST_F(Histories, LoadANightWithoutReadingTheOthers) {
  open();
  OtherProgram program{file_};
  EXPECT_THAT(program.ask("EXPLAIN QUERY PLAN SELECT min(seq), max(seq), count(*) FROM entries "
                          "WHERE night BETWEEN 1 AND 2"),
              testing::HasSubstr("COVERING INDEX entries_by_night"));
  EXPECT_THAT(
      program.ask("EXPLAIN QUERY PLAN SELECT seq, id, at FROM entries WHERE night BETWEEN 1 AND 2 ORDER BY seq"),
      testing::HasSubstr("INDEX entries_by_night"));
}

TEST_F(Histories, FindWhatWasRecordedLastWithoutReadingTheRest) {
  open();
  OtherProgram program{file_};
  const std::string plan = program.ask(
      "EXPLAIN QUERY PLAN SELECT at FROM entries WHERE at <= 1 AND source <> 'import' ORDER BY at DESC LIMIT 1");
  EXPECT_THAT(plan, testing::HasSubstr("SEARCH entries USING INDEX entries_by_time"));
  EXPECT_THAT(plan, testing::Not(testing::HasSubstr("B-TREE")));
}

}  // namespace
}  // namespace calmcalf
