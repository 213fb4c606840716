// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/inotify/path_watch.hpp"

#include <atomic>
#include <fstream>
#include <iterator>
#include <string>
#include <thread>

#include <gmock/gmock.h>

#include "adapters/inotify/a_path_watch.hpp"

namespace calmcalf {
namespace {

using namespace std::chrono_literals;
namespace fs = std::filesystem;
using testing::IsEmpty;

using PathWatchTest = APathWatch;

TEST_F(PathWatchTest, TellsOfAFileThatIsWrittenInPlace) {
  write("calmcalf/routine.toml");
  watch({"calmcalf/routine.toml"});
  expect_untold();
  write("calmcalf/routine.toml", "more");
  expect_told();
  write("calmcalf/routine.toml", "and more");
  expect_told();
  EXPECT_THAT(unwatched_, IsEmpty());
}

TEST_F(PathWatchTest, TellsOnceOfAnEditorThatSavesInSeveralGoes) {
  write("calmcalf/routine.toml");
  watch({"calmcalf/routine.toml"});
  write("calmcalf/routine.toml", "");
  write("calmcalf/routine.toml", "first");
  write("calmcalf/routine.toml", "second");
  fs::permissions(root_ / "calmcalf/routine.toml", fs::perms::owner_read | fs::perms::owner_write);
  expect_told();
  expect_untold();
}

TEST_F(PathWatchTest, TellsOfAHalfWrittenFileOnlyWhenItIsClosed) {
  write("calmcalf/routine.toml");
  watch({"calmcalf/routine.toml"});
  std::ofstream half{root_ / "calmcalf/routine.toml", std::ios::trunc};
  half << "[bedtime]\n" << std::flush;
  expect_untold();
  half << "time = 22:30:00\n" << std::flush;
  expect_untold();
  half.close();
  expect_told();
}

TEST_F(PathWatchTest, TellsOfAFileThatIsReplacedAndThenWritten) {
  write("calmcalf/routine.toml");
  watch({"calmcalf/routine.toml"});
  write("calmcalf/.new", "better");
  expect_untold();
  move("calmcalf/.new", "calmcalf/routine.toml");
  expect_told();
  write("calmcalf/routine.toml", "best");
  expect_told();
}

TEST_F(PathWatchTest, TellsOfAFileThatIsRemovedAndMadeAgain) {
  write("calmcalf/routine.toml");
  watch({"calmcalf/routine.toml"});
  remove("calmcalf/routine.toml");
  expect_told();
  write("calmcalf/routine.toml");
  expect_told();
  write("calmcalf/routine.toml");
  expect_told();
}

TEST_F(PathWatchTest, TellsOfAFileThatIsMovedAway) {
  write("calmcalf/routine.toml");
  watch({"calmcalf/routine.toml"});
  move("calmcalf/routine.toml", "calmcalf/routine.toml.off");
  expect_told();
  write("calmcalf/routine.toml.off", "of no interest");
  expect_untold();
}

TEST_F(PathWatchTest, TellsOnceWhenVimSaves) {
  write("calmcalf/routine.toml");
  watch({"calmcalf/routine.toml"});
  write("calmcalf/.routine.toml.swp");
  write("calmcalf/4913");
  remove("calmcalf/4913");
  expect_untold();
  move("calmcalf/routine.toml", "calmcalf/routine.toml~");
  write("calmcalf/routine.toml", "better");
  fs::permissions(root_ / "calmcalf/routine.toml", fs::perms::owner_all);
  remove("calmcalf/routine.toml~");
  expect_told();
  remove("calmcalf/.routine.toml.swp");
  expect_untold();
}

TEST_F(PathWatchTest, TellsOnceWhenEmacsSaves) {
  write("calmcalf/routine.toml");
  watch({"calmcalf/routine.toml"});
  link("calmcalf/.#routine.toml", "me@machine.4711:1700000000");
  write("calmcalf/#routine.toml#", "saved by itself");
  expect_untold();
  move("calmcalf/routine.toml", "calmcalf/routine.toml~");
  write("calmcalf/routine.toml", "better");
  remove("calmcalf/.#routine.toml");
  remove("calmcalf/#routine.toml#");
  expect_told();
  write("calmcalf/routine.toml", "best");  // from the second time on it writes in place
  expect_told();
}

TEST_F(PathWatchTest, TellsOnceOfAGitCheckout) {
  write("dotfiles/calmcalf/routine.toml");
  link("config/calmcalf", "../dotfiles/calmcalf");
  watch({"config/calmcalf/routine.toml"});
  write("dotfiles/.git/index.lock");
  expect_untold();
  remove("dotfiles/calmcalf/routine.toml");
  write("dotfiles/calmcalf/routine.toml", "of another branch");
  move("dotfiles/.git/index.lock", "dotfiles/.git/index");
  expect_told();
  // The other branch has no such folder at all.
  remove("dotfiles/calmcalf");
  expect_told();
  write("dotfiles/calmcalf/routine.toml", "back again");
  expect_told();
}

TEST_F(PathWatchTest, TellsOfWhatMayBeReadNow) {
  write("calmcalf/routine.toml");
  fs::permissions(root_ / "calmcalf/routine.toml", fs::perms::none);
  watch({"calmcalf/routine.toml"});
  fs::permissions(root_ / "calmcalf/routine.toml", fs::perms::owner_read);
  expect_told();
  fs::permissions(root_ / "calmcalf", fs::perms::owner_all);
  expect_told();
}

TEST_F(PathWatchTest, TellsOfAFileThatIsWrittenThroughAnotherOfItsNames) {
  write("repository/routine.toml");
  make_folder("calmcalf");
  fs::create_hard_link(root_ / "repository/routine.toml", root_ / "calmcalf/routine.toml");
  watch({"calmcalf/routine.toml"});
  write("repository/routine.toml", "better");
  expect_told();
}

TEST_F(PathWatchTest, TellsNothingOfNeighbours) {
  write("config/calmcalf/routine.toml");
  write("config/busy");
  watch({"config/calmcalf/routine.toml"});
  write("config/busy", "written to");
  write("config/other", "made");
  move("config/other", "config/another");
  fs::permissions(root_ / "config/another", fs::perms::owner_all);
  remove("config/another");
  write("config/calmcalf/routine.toml.bak");
  write("config/calmcalf/more/routine.toml");
  make_folder("config/other");
  move("config/other", "other");
  expect_untold();
}

TEST_F(PathWatchTest, IsNotEvenWokenByBusyNeighbours) {
  write("config/calmcalf/routine.toml");
  write("config/calmcalf/neighbour");
  watch({"config/calmcalf/routine.toml"});
  listen();
  for (int time = 0; time < 10; ++time) {
    write("config/.new");
    move("config/.new", "config/neighbour");
    write("config/calmcalf/neighbour");
  }
  loop_.restart();
  EXPECT_EQ(loop_.poll(), 0U);
}

TEST_F(PathWatchTest, TellsOfAnyOfSeveralPaths) {
  write("own/routine.toml");
  watch({"own/routine.toml", "machine/routine.toml", "own/routine.toml"});
  write("machine/routine.toml");
  expect_told();
  remove("own/routine.toml");
  expect_told();
  write("machine/routine.toml", "better");
  expect_told();
}

TEST_F(PathWatchTest, TellsOfAllThatMayHaveChangedWhenEventsAreLost) {
  std::size_t most_events = 0;
  std::ifstream{"/proc/sys/fs/inotify/max_queued_events"} >> most_events;
  if (most_events == 0 || most_events > 100'000) GTEST_SKIP() << "the queue holds " << most_events << " events";
  write("one/routine.toml");
  write("two/routine.toml");
  write("neighbour");
  link("calmcalf", "one");
  watch({"calmcalf/routine.toml"});
  for (std::size_t events = 0; events <= most_events; events += 4) {
    move("neighbour", "moved");
    move("moved", "neighbour");
  }
  point_elsewhere("calmcalf", "two");
  expect_told();
  write("one/routine.toml", "of no interest any more");
  expect_untold();
  write("two/routine.toml", "better");
  expect_told();
}

TEST_F(PathWatchTest, TellsNothingOnceItHasGone) {
  write("calmcalf/routine.toml");
  watch({"calmcalf/routine.toml"});
  write("calmcalf/routine.toml", "heard of");
  listen();
  write("calmcalf/routine.toml", "not heard of");
  watch_.reset();
  expect_untold();
}

/// How many things are watched by this process.
int watches_in_use() {
  int count = 0;
  for (const auto& entry : fs::directory_iterator{"/proc/self/fdinfo"}) {
    std::ifstream info{entry.path()};
    for (std::string line; std::getline(info, line);) count += line.starts_with("inotify wd:") ? 1 : 0;
  }
  return count;
}

TEST_F(PathWatchTest, KeepsNoWatchThatIsOfNoUse) {
  write("1/deep/er/routine.toml");
  link("calmcalf", "1/deep/er");
  times_.quiet = 1h;
  watch({"calmcalf/routine.toml"});
  const int at_first = watches_in_use();
  EXPECT_GT(at_first, 4);
  for (int number = 2; number < 30; ++number) {
    const auto name = std::to_string(number);
    write(name + "/deep/er/routine.toml");
    point_elsewhere("calmcalf", name + "/deep/er");
    listen();
    EXPECT_EQ(watches_in_use(), at_first);
  }
  remove("calmcalf");
  listen();
  EXPECT_LT(watches_in_use(), at_first);
  watch_.reset();
  EXPECT_EQ(watches_in_use(), 0);
}

TEST_F(PathWatchTest, MissesNoFolderThatAppearsWhileItBegins) {
  const auto to_root = std::distance(root_.begin(), root_.end());
  for (int number = 0; number < 40; ++number) {
    const auto name = std::to_string(number);
    std::atomic<bool> begins = false;
    std::thread somebody{[&] {
      begins.wait(false);
      for (std::atomic<int> later = 0; later < number * 200; ++later) {
      }
      make_folder(name + "/config/calmcalf");
    }};
    begins = true;
    begins.notify_one();
    watch({name + "/config/calmcalf/routine.toml"});
    somebody.join();
    listen();
    ASSERT_EQ(watches_in_use(), to_root + 3) << "in round " << number;
    watch_.reset();
  }
}

TEST_F(PathWatchTest, MissesNothingWhileEverythingMoves) {
  write("0/routine.toml", "0");
  link("calmcalf", "0");
  constexpr int last = 80;
  std::string read;
  const auto path = root_ / "calmcalf/routine.toml";
  const PathWatch reading{loop_.get_executor(),
                          {path},
                          {.on_change =
                               [&] {
                                 std::ifstream file{path};
                                 read.assign(std::istreambuf_iterator<char>{file}, {});
                               },
                           .on_unwatched = [](const std::string&) {}},
                          {.quiet = 1ms, .at_most = 2ms}};
  std::thread somebody{[&] {
    for (int number = 1; number <= last; ++number) {
      const auto name = std::to_string(number);
      make_folder(name);
      point_elsewhere("calmcalf", name);
      write(name + "/routine.toml", "half");
      remove(std::to_string(number - 1));
      write(name + "/routine.toml", name);
    }
  }};
  EXPECT_TRUE(run_until([&] { return read == std::to_string(last); })) << "the last that was read is " << read;
  somebody.join();
}

}  // namespace
}  // namespace calmcalf
