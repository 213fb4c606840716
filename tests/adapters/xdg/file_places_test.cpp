// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/xdg/file_places.hpp"

#include <fstream>

#include <gmock/gmock.h>

#include "adapters/fresh_folder.hpp"

namespace calmcalf {
namespace {

using std::filesystem::path;

class FilePlacesInAFreshHome : public testing::Test {
 protected:
  static void write(const path& file) {
    std::filesystem::create_directories(file.parent_path());
    std::ofstream{file} << "# a schedule\n";
  }

  [[nodiscard]] FilePlaces places() const {
    const XdgFolders folders{.config_home = home_ / "config",
                             .config_dirs = {home_ / "etc1", home_ / "etc2"},
                             .data_home = home_ / "data",
                             .state_home = home_ / "state"};
    return FilePlaces::in(folders, home_ / "prefix" / "bin");
  }

  [[nodiscard]] path own() const { return home_ / "config" / "calmcalf" / "routine.toml"; }
  [[nodiscard]] path of_machine(const std::string& folder) const {
    return home_ / folder / "calmcalf" / "routine.toml";
  }
  [[nodiscard]] path starter() const { return home_ / "prefix" / "share" / "calmcalf" / "routine.toml"; }

  FreshFolder home_;
};

TEST_F(FilePlacesInAFreshHome, NamesTheUsersOwnFiles) {
  EXPECT_EQ(places().own_schedule, own());
  EXPECT_EQ(places().history, home_ / "data" / "calmcalf" / "history.db");
  EXPECT_EQ(places().kept_schedule, home_ / "state" / "calmcalf" / "routine.toml");
}

TEST_F(FilePlacesInAFreshHome, PrefersTheUsersScheduleThenTheMachinesThenTheStarter) {
  write(starter());
  EXPECT_THAT(places().schedules(), testing::ElementsAre(own(), of_machine("etc1"), of_machine("etc2"), starter()));
  EXPECT_EQ(places().schedule(), starter());
  write(of_machine("etc2"));
  EXPECT_EQ(places().schedule(), of_machine("etc2"));
  write(of_machine("etc1"));
  EXPECT_EQ(places().schedule(), of_machine("etc1"));
  write(own());
  EXPECT_EQ(places().schedule(), own());
}

TEST_F(FilePlacesInAFreshHome, TakesABrokenLinkForTheUsersSchedule) {
  write(of_machine("etc1"));
  std::filesystem::create_directories(own().parent_path());
  std::filesystem::create_symlink(home_ / "gone.toml", own());
  EXPECT_EQ(places().schedule(), own());
}

TEST_F(FilePlacesInAFreshHome, FindsTheStarterOfAProgramThatWasMovedWithItsFolders) {
  write(starter());
  EXPECT_EQ(places().starter, starter());
}

TEST_F(FilePlacesInAFreshHome, ExpectsTheStarterWhereItIsInstalledOtherwise) {
  EXPECT_EQ(places().starter.filename(), "routine.toml");
  EXPECT_NE(places().starter, starter());
  EXPECT_TRUE(places().starter.is_absolute());
}

TEST(FilePlaces, OfThisProcessAreAbsolute) {
  EXPECT_TRUE(FilePlaces::usual().own_schedule.is_absolute());
  EXPECT_TRUE(FilePlaces::usual().history.is_absolute());
}

}  // namespace
}  // namespace calmcalf
