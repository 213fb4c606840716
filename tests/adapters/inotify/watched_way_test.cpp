// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include <string>

#include <fcntl.h>
#include <gmock/gmock.h>
#include <unistd.h>

#include "adapters/inotify/a_path_watch.hpp"
#include "adapters/inotify/path_watch.hpp"

namespace calmcalf {
namespace {

using testing::IsEmpty;

/// Of the folders and links on the way to a file.
using WatchedWayTest = APathWatch;

TEST_F(WatchedWayTest, SeesThroughAFarmOfLinksToFolders) {
  write("stow/one/calmcalf/routine.toml");
  write("stow/two/calmcalf/routine.toml");
  link("config/calmcalf", "../stow/one/calmcalf");
  watch({"config/calmcalf/routine.toml"});
  write("stow/one/calmcalf/routine.toml", "better");
  expect_told();
  point_elsewhere("config/calmcalf", "../stow/two/calmcalf");
  expect_told();
  write("stow/one/calmcalf/routine.toml", "of no interest any more");
  expect_untold();
  write("stow/two/calmcalf/routine.toml", "better");
  expect_told();
  remove("config/calmcalf");
  expect_told();
  link("config/calmcalf", root_ / "stow/one/calmcalf");
  expect_told();
}

TEST_F(WatchedWayTest, SeesAnyLinkOfAChainPointElsewhere) {
  for (const auto* store : {"store/aaa", "store/bbb"}) write(std::string{store} + "/files/routine.toml");
  link("profile-1", "store/aaa");
  link("profile-2", "store/bbb");
  link("profile", "profile-1");
  link("config/calmcalf/routine.toml", root_ / "profile/files/routine.toml");
  watch({"config/calmcalf/routine.toml"});
  point_elsewhere("profile", "profile-2");
  expect_told();
  write("store/aaa/files/routine.toml");
  point_elsewhere("profile-1", "store/bbb");
  expect_untold();
  write("store/bbb/files/routine.toml");
  expect_told();
  point_elsewhere("profile-2", "store/aaa");
  expect_told();
  point_elsewhere("config/calmcalf/routine.toml", "../../store/bbb/files/routine.toml");
  expect_told();
  EXPECT_THAT(unwatched_, IsEmpty());
}

TEST_F(WatchedWayTest, TellsOfALinkThatLedInACircle) {
  link("routine.toml", "other.toml");
  link("other.toml", "routine.toml");
  watch({"routine.toml"});
  expect_untold();
  write("real.toml");
  point_elsewhere("other.toml", "real.toml");
  expect_told();
  write("real.toml");
  expect_told();
}

TEST_F(WatchedWayTest, TellsOfAFileInFoldersThatAppearLater) {
  watch({"home/config/calmcalf/routine.toml"});
  expect_untold();
  make_folder("home");
  expect_told();
  make_folder("home/config/calmcalf");
  expect_told();
  write("home/config/calmcalf/routine.toml");
  expect_told();
  write("home/config/calmcalf/routine.toml");
  expect_told();
}

TEST_F(WatchedWayTest, TellsOfAFileThatAppearsWithItsFoldersAtOnce) {
  watch({"home/config/calmcalf/routine.toml"});
  write("home/config/calmcalf/routine.toml");
  expect_told();
  write("home/config/calmcalf/routine.toml");
  expect_told();
}

TEST_F(WatchedWayTest, TellsOfAFolderThatIsRemovedAndMadeAgainThoughSomebodyIsInIt) {
  write("config/calmcalf/routine.toml");
  watch({"config/calmcalf/routine.toml"});
  const int inside = ::open((root_ / "config/calmcalf").c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC);
  ASSERT_GE(inside, 0);
  remove("config/calmcalf/routine.toml");
  expect_told();
  remove("config/calmcalf");
  expect_told();
  remove("config");
  expect_told();
  write("config/calmcalf/routine.toml", "again");
  expect_told();
  write("config/calmcalf/routine.toml", "and better");
  expect_told();
  ::close(inside);
  expect_untold();
}

TEST_F(WatchedWayTest, TellsOfAFolderThatIsMovedAwayAndOfAnotherInItsPlace) {
  write("config/calmcalf/routine.toml");
  watch({"config/calmcalf/routine.toml"});
  move("config", "config.old");
  expect_told();
  write("config.old/calmcalf/routine.toml", "of no interest");
  expect_untold();
  write("config.new/calmcalf/routine.toml");
  move("config.new", "config");
  expect_told();
  write("config/calmcalf/routine.toml");
  expect_told();
}

}  // namespace
}  // namespace calmcalf
