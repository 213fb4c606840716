// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/xdg/xdg_folders.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace calmcalf {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

XdgFolders folders_with(Environment::Variables variables) {
  return XdgFolders::in(Environment{std::move(variables)});
}

TEST(XdgFolders, LieInTheHomeWhereNothingElseIsSaid) {
  const auto folders = folders_with({{"HOME", "/home/ada"}});
  EXPECT_EQ(folders.config_home, "/home/ada/.config");
  EXPECT_EQ(folders.data_home, "/home/ada/.local/share");
  EXPECT_EQ(folders.state_home, "/home/ada/.local/state");
  EXPECT_THAT(folders.config_dirs, ElementsAre("/etc/xdg"));
  EXPECT_THAT(folders.data_dirs, ElementsAre("/usr/local/share", "/usr/share"));
}

TEST(XdgFolders, LieWhereTheirVariablesSay) {
  const auto folders = folders_with({{"HOME", "/home/ada"},
                                     {"XDG_CONFIG_HOME", "/c"},
                                     {"XDG_DATA_HOME", "/d"},
                                     {"XDG_STATE_HOME", "/s"},
                                     {"XDG_CONFIG_DIRS", "/one:/two"},
                                     {"XDG_DATA_DIRS", "/three:/four"}});
  EXPECT_EQ(folders.config_home, "/c");
  EXPECT_EQ(folders.data_home, "/d");
  EXPECT_EQ(folders.state_home, "/s");
  EXPECT_THAT(folders.config_dirs, ElementsAre("/one", "/two"));
  EXPECT_THAT(folders.data_dirs, ElementsAre("/three", "/four"));
}

TEST(XdgFolders, IgnoreRelativePathsAsTheSpecificationAsks) {
  const auto folders = folders_with({{"HOME", "/home/ada"},
                                     {"XDG_CONFIG_HOME", "c"},
                                     {"XDG_DATA_HOME", "./d"},
                                     {"XDG_STATE_HOME", "../s"},
                                     {"XDG_CONFIG_DIRS", "one:/two:./three:/four"}});
  EXPECT_EQ(folders.config_home, "/home/ada/.config");
  EXPECT_EQ(folders.data_home, "/home/ada/.local/share");
  EXPECT_EQ(folders.state_home, "/home/ada/.local/state");
  EXPECT_THAT(folders.config_dirs, ElementsAre("/two", "/four"));
}

TEST(XdgFolders, TakeEmptyVariablesForUnsetOnes) {
  const auto folders = folders_with({{"HOME", "/home/ada"}, {"XDG_CONFIG_HOME", ""}, {"XDG_CONFIG_DIRS", ""}});
  EXPECT_EQ(folders.config_home, "/home/ada/.config");
  EXPECT_THAT(folders.config_dirs, ElementsAre("/etc/xdg"));
}

TEST(XdgFolders, PassOverGapsInTheListOfTheMachines) {
  EXPECT_THAT(folders_with({{"XDG_CONFIG_DIRS", ":/one::/two:"}}).config_dirs, ElementsAre("/one", "/two"));
  EXPECT_THAT(folders_with({{"XDG_CONFIG_DIRS", ":::"}}).config_dirs, IsEmpty());
}

TEST(XdgFolders, AreAbsoluteEvenWithoutAHome) {
  EXPECT_EQ(folders_with({}).config_home, "/.config");
  EXPECT_EQ(folders_with({{"HOME", "relative"}}).data_home, "/.local/share");
}

}  // namespace
}  // namespace calmcalf
