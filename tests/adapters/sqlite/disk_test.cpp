// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include <csignal>
#include <string>
#include <utility>

#include <gtest/gtest.h>
#include <sys/resource.h>

#include "adapters/fresh_folder.hpp"
#include "adapters/sqlite/entries.hpp"
#include "adapters/sqlite/own_process.hpp"
#include "adapters/sqlite/sqlite_history.hpp"

namespace calmcalf {
namespace {

namespace fs = std::filesystem;
using Kind = HistoryError::Kind;

constexpr std::size_t kilobyte = 1024;
constexpr std::size_t disk_size = 1024 * kilobyte;

std::string count(std::size_t number) {
  return std::to_string(number);
}

std::string text_of(const std::optional<HistoryError>& error, Kind kind) {
  if (!error) return "not refused";
  return error->kind() == kind ? error->what() : std::string{"of another kind: "} + error->what();
}

class Disks : public testing::Test {
 protected:
  FreshFolder folder_{FreshFolder::On::memory};
  fs::path file_ = folder_ / "history.db";
};

#define SKIP_WITHOUT_A_DISK(result) \
  if (!(result)) GTEST_SKIP() << "no disk of one's own can be mounted here: neither root nor user namespaces"

TEST_F(Disks, ThatAreFullRefuseAnAnswerAndTakeItOnceThereIsSpace) {
  const auto result = with_disk_at(folder_.path(), disk_size, [&] {
    const auto history = SqliteHistory::open_for_service(file_);
    append(*history, done(night(22)));
    fill_disk(folder_.path(), 0);
    int recorded = 1;
    std::optional<HistoryError> error;
    while (!error) {
      error = error_of([&] { append(*history, done(night(23), recorded)); });
      recorded += error ? 0 : 1;
    }
    std::string text = text_of(error, Kind::full) + '\n';
    text += history->load({}, {}).size() == static_cast<std::size_t>(recorded) ? "all there\n" : "not all there\n";
    free_disk(folder_.path());
    append(*history, done(night(24)));
    text += history->load({}, {}).back() == done(night(24)) ? "goes on\n" : "does not go on\n";
    return text;
  });
  SKIP_WITHOUT_A_DISK(result);
  const std::string file = fs::canonical(folder_.path()) / "history.db";
  EXPECT_EQ(*result,
            file + ": cannot be written, the disk is full; free some space and try again\nall there\ngoes on\n");
}

TEST_F(Disks, ThatAreFullHaveNoRoomForANewHistory) {
  const auto result = with_disk_at(folder_.path(), disk_size, [&] {
    std::string text;
    for (const std::size_t left : {0 * kilobyte, 4 * kilobyte, 12 * kilobyte, 20 * kilobyte}) {
      fill_disk(folder_.path(), left);
      const auto error = error_of([&] { return SqliteHistory::open_for_service(file_); });
      text += error && error->kind() == Kind::full ? "full\n" : text_of(error, Kind::full) + '\n';
      free_disk(folder_.path());
    }
    const auto history = SqliteHistory::open_for_service(file_);
    append(*history, done(night(23)));
    return text + count(history->load({}, {}).size()) + (history->damaged_file() ? ", damaged" : "");
  });
  SKIP_WITHOUT_A_DISK(result);
  EXPECT_EQ(*result, "full\nfull\nfull\nfull\n1");
}

TEST_F(Disks, ThatFailSayWhatTheSystemSays) {
  // The system says so of the log beside the database when a transaction is committed.
  const auto result = with_disk_at(folder_.path(), disk_size, [&] {
    const auto history = SqliteHistory::open_for_service(file_);
    append(*history, done(night(22)));
    const auto log_size = fs::file_size(file_.string() + "-wal");
    static_cast<void>(std::signal(SIGXFSZ, SIG_IGN));
    rlimit limit{};
    ::getrlimit(RLIMIT_FSIZE, &limit);
    const rlim_t usual = std::exchange(limit.rlim_cur, log_size);
    ::setrlimit(RLIMIT_FSIZE, &limit);
    std::string text = text_of(error_of([&] { append(*history, done(night(23))); }), Kind::failed) + '\n';
    limit.rlim_cur = usual;
    ::setrlimit(RLIMIT_FSIZE, &limit);
    append(*history, done(night(24)));
    return text + count(history->load({}, {}).size());
  });
  SKIP_WITHOUT_A_DISK(result);
  EXPECT_EQ(*result, (fs::canonical(folder_.path()) / "history.db").string() +
                         ": cannot be used (File too large); check the disk, or name another file with --history\n2");
}

TEST_F(Disks, ThatCanOnlyBeReadRefuseTheServiceButNotTheReader) {
  const auto result = with_disk_at(folder_.path(), disk_size, [&] {
    append(*SqliteHistory::open_for_service(file_), done(night(23)));
    if (!make_disk_read_only(folder_.path())) return std::string{"the disk can still be written"};
    std::string text =
        text_of(error_of([&] { return SqliteHistory::open_for_service(file_); }), Kind::read_only) + '\n';
    text += text_of(error_of([&] { return SqliteHistory::open_for_import(file_); }), Kind::read_only) + '\n';
    const fs::path new_folder = folder_ / "new/history.db";
    text += text_of(error_of([&] { return SqliteHistory::open_for_service(new_folder); }), Kind::read_only) + '\n';
    return text + count(SqliteHistory::open_for_reading(file_)->load({}, {}).size()) + " read";
  });
  SKIP_WITHOUT_A_DISK(result);
  const std::string folder = fs::canonical(folder_.path());
  const std::string remedy = ": cannot be written; make it and its folder writable for you\n";
  EXPECT_EQ(*result, folder + "/history.db.lock" + remedy + folder + "/history.db" + remedy + folder + "/new" + remedy +
                         "1 read");
}

}  // namespace
}  // namespace calmcalf
