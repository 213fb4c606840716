// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include <array>
#include <chrono>
#include <csignal>
#include <random>

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include "adapters/fresh_folder.hpp"
#include "adapters/sqlite/entries.hpp"
#include "adapters/sqlite/sqlite_history.hpp"

namespace calmcalf {
namespace {

constexpr int rounds = 50;

/// In a round. However late the kill comes, the history stays small enough to be read again and again.
constexpr int most_appended = 40;

int number_of(const Entry& entry) {
  return subject_of(entry)->id.number;
}

/// A process that appends entries, numbered on from the last one there, and tells each number once it is recorded.
class RecordingProcess {
 public:
  explicit RecordingProcess(const std::filesystem::path& file) {
    std::array<int, 2> pipe{};
    if (::pipe2(pipe.data(), O_CLOEXEC) != 0) throw std::system_error{errno, std::generic_category(), "pipe2"};
    process_ = ::fork();
    if (process_ == 0) record_until_killed(file, pipe[1]);
    ::close(pipe[1]);
    told_ = pipe[0];
  }
  RecordingProcess(const RecordingProcess&) = delete;
  RecordingProcess& operator=(const RecordingProcess&) = delete;
  ~RecordingProcess() {
    kill();
    ::close(told_);
  }

  /// None where it has come to its end.
  std::optional<int> next_told() const {
    int number = 0;
    return ::read(told_, &number, sizeof number) == sizeof number ? std::optional{number} : std::nullopt;
  }

  void kill() {
    if (process_ <= 0) return;
    ::kill(process_, SIGKILL);
    ::waitpid(process_, nullptr, 0);
    process_ = 0;
  }

 private:
  [[noreturn]] static void record_until_killed(const std::filesystem::path& file, int into) {
    try {
      const auto history = SqliteHistory::open_for_service(file);
      const Ledger ledger = history->load({}, {});
      const int first = ledger.empty() ? 1 : number_of(ledger.back()) + 1;
      for (int number = first; number < first + most_appended; ++number) {
        append(*history, done(night(1) + number, number));
        if (::write(into, &number, sizeof number) != sizeof number) ::_exit(1);
      }
      while (true) ::pause();
    } catch (const std::exception& error) {
      std::fprintf(stderr, "%s\n", error.what());
      ::_exit(2);
    }
  }

  pid_t process_ = 0;
  int told_ = -1;
};

TEST(KilledService, LosesNothingThatItHadRecorded) {
  const FreshFolder folder{FreshFolder::On::memory};
  const auto file = folder / "history.db";
  std::mt19937 chance{20261123};
  int last_told = 0;
  for (int round = 0; round < rounds; ++round) {
    RecordingProcess process{file};
    const int kill_after = last_told + std::uniform_int_distribution{1, 6}(chance);
    while (last_told < kill_after) {
      const auto told = process.next_told();
      ASSERT_TRUE(told) << "in round " << round;
      ASSERT_GT(*told, last_told);
      last_told = *told;
    }
    // Somewhere in the midst of what comes next.
    const std::chrono::microseconds delay{std::uniform_int_distribution{0, 1000}(chance)};
    const auto end = std::chrono::steady_clock::now() + delay;
    while (std::chrono::steady_clock::now() < end) continue;
    process.kill();
    while (const auto told = process.next_told()) last_told = *told;

    const Ledger ledger = SqliteHistory::open_for_reading(file)->load({}, {});
    ASSERT_GE(ledger.size(), static_cast<std::size_t>(last_told)) << "in round " << round;
    for (std::size_t i = 0; i < ledger.size(); ++i) {
      ASSERT_EQ(ledger[i], done(night(1) + static_cast<int>(i + 1), static_cast<int>(i + 1))) << "in round " << round;
    }
    last_told = static_cast<int>(ledger.size());
  }
  const auto next = SqliteHistory::open_for_service(file);
  EXPECT_FALSE(next->damaged_file());
}

}  // namespace
}  // namespace calmcalf
