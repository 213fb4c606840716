// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include <cstdio>
#include <string>

#include <gtest/gtest.h>

#include "adapters/fresh_folder.hpp"
#include "adapters/sqlite/entries.hpp"
#include "adapters/sqlite/first_format.hpp"
#include "adapters/sqlite/killed_process.hpp"
#include "adapters/sqlite/other_program.hpp"
#include "adapters/sqlite/sqlite_history.hpp"

namespace calmcalf {
namespace {

namespace fs = std::filesystem;

constexpr const char* every_row = "SELECT * FROM entries ORDER BY seq";

/// "whole, format 1" or what is wrong with it.
std::string state_of(const fs::path& database, const std::string& rows) {
  OtherProgram program{database};
  if (program.ask("PRAGMA integrity_check") != "ok|") return "damaged";
  if (program.ask(every_row) != rows) return "other rows";
  const std::string version = program.ask("PRAGMA user_version");
  const std::string indexes = program.ask("SELECT count(*) FROM sqlite_schema WHERE name = 'entries_by_time'");
  if (version == "1|" && indexes == "0|") return "whole, format 1";
  if (version == "2|" && indexes == "1|") return "whole, format 2";
  return "between formats: " + version + indexes;
}

/// As they lie there: whoever opens a database mends it.
std::string state_of_copy(const fs::path& database, const std::string& rows) {
  const FreshFolder folder{FreshFolder::On::memory};
  for (const std::string ending : {"", "-wal", "-shm", "-journal"}) {
    const fs::path file = database.string() + ending;
    if (fs::exists(file)) fs::copy_file(file, folder.path() / file.filename());
  }
  return state_of(folder.path() / database.filename(), rows);
}

class KilledMigration : public testing::Test {
 protected:
  void SetUp() override {
    put_first_format_at(file_);
    rows_ = OtherProgram{file_}.ask(every_row);
  }

  /// Whoever starts next finds what lies there.
  void expect_whole(int change) {
    const std::string state = state_of_copy(file_, rows_);
    const bool has_backup = fs::exists(backup_);
    ASSERT_TRUE(state == "whole, format 1" || (state == "whole, format 2" && has_backup)) << change << ": " << state;
    if (has_backup) {
      ASSERT_EQ(state_of_copy(backup_, rows_), "whole, format 1") << change;
    }
    ++(state == "whole, format 1" ? stayed_ : moved_);
  }

  void expect_the_next_to_go_on(int change) {
    {
      const auto history = SqliteHistory::open_for_service(file_);
      ASSERT_FALSE(history->damaged_file()) << change;
      ASSERT_EQ(history->load({}, {}), ledger_) << change;
    }
    ASSERT_EQ(state_of_copy(file_, rows_), "whole, format 2") << change;
    ASSERT_EQ(state_of_copy(backup_, rows_), "whole, format 1") << change;
    ASSERT_FALSE(fs::exists(file_.string() + ".backup.2")) << change << ": the same again";
    ASSERT_FALSE(fs::exists(file_.string() + ".backup.new")) << change;
    ASSERT_FALSE(fs::exists(file_.string() + ".backup.new-journal")) << change;
  }

  FreshFolder folder_{FreshFolder::On::memory};
  fs::path file_ = folder_ / "share/history.db";
  fs::path backup_ = file_.string() + ".backup.1";
  std::string rows_;
  Ledger ledger_ = ledger_of_first_format();
  int stayed_ = 0;
  int moved_ = 0;
};

TEST_F(KilledMigration, LeavesOneFormatOrTheOtherWherever) {
  for (int change = 1;; ++change) {
    fs::remove_all(file_.parent_path());
    put_first_format_at(file_);
    const auto killed =
        killed_before_change(change, [&] { static_cast<void>(SqliteHistory::open_for_service(file_)); });
    if (!killed) GTEST_SKIP() << "processes cannot be traced here";
    if (!*killed) break;
    expect_whole(change);
    expect_the_next_to_go_on(change);
    if (HasFatalFailure()) return;
  }
  std::printf("killed at %d instants before the new format was there and at %d after\n", stayed_, moved_);
  EXPECT_GT(stayed_, 20);
  EXPECT_GT(moved_, 2);
}

}  // namespace
}  // namespace calmcalf
