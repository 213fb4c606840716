// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/systemd/journal_log.hpp"

#include <array>
#include <string>

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "adapters/environment_variable.hpp"

namespace calmcalf {
namespace {

using Form = JournalLog::Form;
using Level = Log::Level;

class JournalLogTest : public testing::Test {
 protected:
  JournalLogTest() { EXPECT_EQ(pipe2(ends_.data(), O_NONBLOCK | O_CLOEXEC), 0); }
  ~JournalLogTest() override {
    close(ends_[0]);
    close(ends_[1]);
  }

  [[nodiscard]] int descriptor() const { return ends_[1]; }

  [[nodiscard]] std::string written() const {
    std::array<char, 4096> text{};
    const auto length = read(ends_[0], text.data(), text.size());
    return {text.data(), length < 0 ? 0 : static_cast<std::size_t>(length)};
  }

  /// As systemd names it in JOURNAL_STREAM.
  [[nodiscard]] std::string name_of_descriptor() const {
    struct stat file{};
    fstat(descriptor(), &file);
    return std::to_string(file.st_dev) + ":" + std::to_string(file.st_ino);
  }

 private:
  std::array<int, 2> ends_{};
};

TEST_F(JournalLogTest, GivesTheJournalTheLevelOfEachLine) {
  JournalLog log{descriptor(), Form::journal, Level::debug};
  log.error("a");
  log.warning("b");
  log.notice("c");
  log.info("d");
  log.debug("e\nf");
  EXPECT_EQ(written(), "<3>a\n<4>b\n<5>c\n<6>d\n<7>e\n<7>f\n");
}

TEST_F(JournalLogTest, MarksForAPersonOnlyWhatIsNotAsItShouldBe) {
  JournalLog log{descriptor(), Form::plain, Level::debug};
  log.error("a");
  log.warning("b");
  log.notice("c");
  log.info("d");
  log.debug("e\n");
  EXPECT_EQ(written(), "error: a\nwarning: b\nc\nd\ne\n");
}

TEST_F(JournalLogTest, KeepsQuietAboutWhatNobodyAskedFor) {
  JournalLog log{descriptor(), Form::plain, Level::notice};
  log.info("not this");
  log.notice("this");
  EXPECT_EQ(written(), "this\n");
  EXPECT_TRUE(log.writes(Level::warning));
  EXPECT_FALSE(log.writes(Level::debug));
}

TEST_F(JournalLogTest, SaysMoreWithEachV) {
  EXPECT_EQ(JournalLog::level_for(0), Level::notice);
  EXPECT_EQ(JournalLog::level_for(1), Level::info);
  EXPECT_EQ(JournalLog::level_for(2), Level::debug);
  EXPECT_EQ(JournalLog::level_for(9), Level::debug);
}

TEST_F(JournalLogTest, KnowsTheJournalByWhatSystemdSays) {
  const EnvironmentVariable journal{"JOURNAL_STREAM", name_of_descriptor()};
  EXPECT_EQ(JournalLog::form_of(descriptor()), Form::journal);
}

TEST_F(JournalLogTest, TakesAFileThatIsNotTheOneOfTheJournalForPlain) {
  for (const char* other : {"1:1", "", "journal", "1:", ":1", "99999999999999999999999:1"}) {
    const EnvironmentVariable journal{"JOURNAL_STREAM", other};
    EXPECT_EQ(JournalLog::form_of(descriptor()), Form::plain) << other;
  }
  const EnvironmentVariable more{"JOURNAL_STREAM", name_of_descriptor() + "0"};
  EXPECT_EQ(JournalLog::form_of(descriptor()), Form::plain);
  const EnvironmentVariable none{"JOURNAL_STREAM", std::nullopt};
  EXPECT_EQ(JournalLog::form_of(descriptor()), Form::plain);
}

TEST_F(JournalLogTest, GoesOnWhereNothingCanBeWritten) {
  JournalLog log{-1, Form::plain, Level::notice};
  log.error("lost");
  EXPECT_EQ(written(), "");
}

}  // namespace
}  // namespace calmcalf
