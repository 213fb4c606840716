// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/autostart_file.hpp"

#include <fstream>

#include <gtest/gtest.h>

#include "adapters/fresh_folder.hpp"

namespace calmcalf::cli {
namespace {

/// A home, and a folder of the machine's, both empty at first.
class AutostartFiles : public testing::Test {
 protected:
  [[nodiscard]] std::filesystem::path write(const std::string& folder, const std::string& more = {}) const {
    const auto file = folder_ / folder / "autostart" / AutostartFile::name;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream{file} << "[Desktop Entry]\nType=Application\nExec=calmcalf autostart\n" << more;
    return file;
  }

  [[nodiscard]] std::optional<AutostartFile> find(const std::string& desktop = "XFCE") const {
    return AutostartFile::find(
        Environment{{{"XDG_CURRENT_DESKTOP", desktop},
                     {"XDG_CONFIG_HOME", (folder_ / "home").string()},
                     {"XDG_CONFIG_DIRS", (folder_ / "first").string() + ':' + (folder_ / "second").string()}}});
  }

  FreshFolder folder_;
};

TEST_F(AutostartFiles, AreNoneInOtherFolders) {
  static_cast<void>(write("usr/local/etc/xdg"));
  EXPECT_FALSE(find());
}

TEST_F(AutostartFiles, AreLookedForInTheUsersFolderFirstAndThenInTheMachines) {
  const auto second = write("second");
  EXPECT_EQ(find().value().file, second);
  const auto first = write("first");
  EXPECT_EQ(find().value().file, first);
  const auto own = write("home");
  EXPECT_EQ(find().value().file, own);
  EXPECT_TRUE(find().value().is_on);
}

TEST_F(AutostartFiles, AreSwitchedOffByTheUsersOwn) {
  static_cast<void>(write("first"));
  for (const auto* line : {"Hidden=true\n", "Hidden = true \n", "X-GNOME-Autostart-enabled=false\n"}) {
    const auto own = write("home", line);
    EXPECT_EQ(find().value().file, own) << line;
    EXPECT_FALSE(find().value().is_on) << line;
  }
  static_cast<void>(write("home", "Hidden=false\n[Desktop Action Other]\nHidden=true\n"));
  EXPECT_TRUE(find().value().is_on);
}

TEST_F(AutostartFiles, CountWhereTheDesktopRunsThem) {
  static_cast<void>(write("first"));
  for (const auto* desktop : {"GNOME", "ubuntu:GNOME", "KDE", "XFCE", "X-Cinnamon"}) EXPECT_TRUE(find(desktop));
  for (const auto* desktop : {"", "sway", "i3", "Hyprland"}) EXPECT_FALSE(find(desktop)) << desktop;
}

}  // namespace
}  // namespace calmcalf::cli
