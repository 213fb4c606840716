// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/output.hpp"

#include <array>
#include <csignal>
#include <string>
#include <thread>

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include "adapters/fresh_folder.hpp"

namespace calmcalf::cli {
namespace {

class AnOutput : public testing::Test {
 public:
  AnOutput(const AnOutput&) = delete;
  AnOutput& operator=(const AnOutput&) = delete;

 protected:
  AnOutput() { EXPECT_EQ(::pipe2(pipe_.data(), O_CLOEXEC), 0); }
  ~AnOutput() override {
    close_reading_end();
    ::close(pipe_[1]);
  }

  void close_reading_end() {
    if (pipe_[0] >= 0) ::close(pipe_[0]);
    pipe_[0] = -1;
  }

  /// What is there to be read now; empty where nothing is.
  std::string read() const {
    std::string text(1 << 20, '\0');
    ::fcntl(pipe_[0], F_SETFL, O_NONBLOCK);
    const auto count = ::read(pipe_[0], text.data(), text.size());
    return text.substr(0, count < 0 ? 0 : static_cast<std::size_t>(count));
  }

  std::array<int, 2> pipe_{};
};

TEST_F(AnOutput, WaitsUntilItIsFlushed) {
  Output out{pipe_[1]};
  out.write("a");
  out.line("b");
  EXPECT_EQ(read(), "");
  out.flush();
  EXPECT_EQ(read(), "ab\n");
}

TEST_F(AnOutput, WritesLargePiecesAtOnce) {
  Output out{pipe_[1]};
  ::fcntl(pipe_[1], F_SETPIPE_SZ, 1 << 20);
  out.write(std::string(100'000, 'x'));
  EXPECT_EQ(read().size(), 100'000U);
}

TEST_F(AnOutput, WaitsForAReaderThatIsBehind) {
  Output out{pipe_[1]};
  ::fcntl(pipe_[1], F_SETFL, O_NONBLOCK);
  constexpr std::size_t length = 300'000;
  std::size_t read_so_far = 0;
  std::thread reader{[&] {
    std::array<char, 4096> piece{};
    while (read_so_far < length) {
      const auto count = ::read(pipe_[0], piece.data(), piece.size());
      if (count <= 0) return;
      read_so_far += static_cast<std::size_t>(count);
    }
  }};
  out.write(std::string(length, 'x'));
  out.flush();
  reader.join();
  EXPECT_EQ(read_so_far, length);
}

TEST_F(AnOutput, SaysThatNobodyReads) {
  close_reading_end();
  const auto before = std::signal(SIGPIPE, SIG_IGN);
  Output out{pipe_[1]};
  out.write("a");
  try {
    out.flush();
    ADD_FAILURE() << "nobody could have read this";
  } catch (const OutputError& error) {
    EXPECT_TRUE(error.nobody_reads());
  }
  EXPECT_NO_THROW(out.flush()) << "what could not be written is not tried again";
  std::signal(SIGPIPE, before);
}

TEST(Output, SaysThatTheDiskIsFull) {
  const int full = ::open("/dev/full", O_WRONLY | O_CLOEXEC);
  ASSERT_GE(full, 0);
  Output out{full};
  out.write("a");
  try {
    out.flush();
    ADD_FAILURE() << "this disk takes nothing";
  } catch (const OutputError& error) {
    EXPECT_FALSE(error.nobody_reads());
    EXPECT_EQ(error.code(), std::errc::no_space_on_device);
  }
  ::close(full);
}

TEST_F(AnOutput, KnowsATerminalFromAPipe) {
  EXPECT_FALSE(Output{pipe_[1]}.is_terminal());
  EXPECT_EQ(Output{pipe_[1]}.columns(), std::nullopt);
}

}  // namespace
}  // namespace calmcalf::cli
