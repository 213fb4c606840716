// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/inotify/path_trail.hpp"

#include <fstream>

#include <gmock/gmock.h>
#include <unistd.h>

#include "adapters/fresh_folder.hpp"

namespace calmcalf {

namespace fs = std::filesystem;

void PrintTo(const Place& place, std::ostream* out) {
  *out << place.folder.string() << " : " << place.name << (place.is_folder ? "/" : "");
}

namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class PathTrailTest : public testing::Test {
 protected:
  /// The places below the test's own folder.
  [[nodiscard]] std::vector<Place> places(const PathTrail& trail) const {
    std::vector<Place> own;
    for (const auto& place : trail.places)
      if (place.folder == root_ || place.folder.string().starts_with(root_.string() + '/')) own.push_back(place);
    return own;
  }

  void write(const std::string& name) const {
    fs::create_directories((root_ / name).parent_path());
    std::ofstream{root_ / name} << "text";
  }

  FreshFolder folder_;
  fs::path root_ = fs::canonical(folder_.path());
};

TEST_F(PathTrailTest, NamesEachFolderOnTheWayAndTheFile) {
  write("config/calmcalf/routine.toml");
  const auto trail = trail_of(root_ / "config/calmcalf/routine.toml");
  EXPECT_THAT(places(trail), ElementsAre(Place{root_, "config", true}, Place{root_ / "config", "calmcalf", true},
                                         Place{root_ / "config/calmcalf", "routine.toml", false}));
  EXPECT_EQ(trail.file, root_ / "config/calmcalf/routine.toml");
  EXPECT_EQ(trail.places.front().folder, "/");
}

TEST_F(PathTrailTest, EndsWhereSomethingIsMissing) {
  fs::create_directories(root_ / "config");
  const auto trail = trail_of(root_ / "config/calmcalf/routine.toml");
  EXPECT_THAT(places(trail), ElementsAre(Place{root_, "config", true}, Place{root_ / "config", "calmcalf", false}));
  EXPECT_EQ(trail.file, std::nullopt);
}

TEST_F(PathTrailTest, FollowsLinksFromWhereTheyLie) {
  write("dotfiles/calm/routine.toml");
  fs::create_directories(root_ / "config");
  fs::create_directory_symlink("../dotfiles/./calm", root_ / "config/calmcalf");
  const auto trail = trail_of(root_ / "config/calmcalf/routine.toml");
  EXPECT_THAT(places(trail), ElementsAre(Place{root_, "config", true}, Place{root_ / "config", "calmcalf", false},
                                         Place{root_, "dotfiles", true}, Place{root_ / "dotfiles", "calm", true},
                                         Place{root_ / "dotfiles/calm", "routine.toml", false}));
  EXPECT_EQ(trail.file, root_ / "dotfiles/calm/routine.toml");
}

TEST_F(PathTrailTest, FollowsAChainOfAbsoluteLinks) {
  write("store/abc/routine.toml");
  fs::create_symlink(root_ / "store/abc", root_ / "generation");
  fs::create_symlink(root_ / "generation/routine.toml", root_ / "routine.toml");
  const auto trail = trail_of(root_ / "routine.toml");
  EXPECT_THAT(places(trail), ElementsAre(Place{root_, "routine.toml", false}, Place{root_, "generation", false},
                                         Place{root_, "store", true}, Place{root_ / "store", "abc", true},
                                         Place{root_ / "store/abc", "routine.toml", false}));
}

TEST_F(PathTrailTest, GivesUpOnLinksThatLeadInACircle) {
  fs::create_symlink("two", root_ / "one");
  fs::create_symlink("one", root_ / "two");
  const auto trail = trail_of(root_ / "one/routine.toml");
  EXPECT_EQ(places(trail).size(), 41U);
  EXPECT_EQ(trail.file, std::nullopt);
}

TEST_F(PathTrailTest, EndsAtAFileInTheMiddle) {
  write("config");
  const auto trail = trail_of(root_ / "config/calmcalf/routine.toml");
  EXPECT_THAT(places(trail), ElementsAre(Place{root_, "config", false}));
}

TEST_F(PathTrailTest, HasNoFileWhereTheEndIsAFolderOrALinkToNothing) {
  fs::create_directories(root_ / "folder");
  fs::create_symlink("nowhere", root_ / "link");
  EXPECT_EQ(trail_of(root_ / "folder").file, std::nullopt);
  EXPECT_EQ(trail_of(root_ / "link").file, std::nullopt);
  EXPECT_THAT(trail_of("/").places, IsEmpty());
}

}  // namespace
}  // namespace calmcalf
