// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/libnotify/application_icon.hpp"

#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>

#include "adapters/fresh_folder.hpp"

namespace calmcalf {
namespace {

namespace fs = std::filesystem;

class ApplicationIcon : public testing::Test {
 protected:
  FreshFolder folder_;
};

TEST_F(ApplicationIcon, IsNamedWhereAThemeHasIt) {
  const auto theme = folder_ / "second/icons/hicolor/scalable/apps";
  fs::create_directories(theme);
  std::ofstream{theme / "io.github.calmcalf.Calmcalf.svg"} << "<svg/>";
  EXPECT_EQ(application_icon({folder_ / "first", folder_ / "second"}), "io.github.calmcalf.Calmcalf");
}

TEST_F(ApplicationIcon, IsLeftOutWhereNoneHasItSoThatNoPlaceholderIsDrawn) {
  fs::create_directories(folder_ / "first/icons/hicolor/scalable/apps");
  EXPECT_EQ(application_icon({folder_ / "first", folder_ / "missing"}), "");
  EXPECT_EQ(application_icon({}), "");
}

}  // namespace
}  // namespace calmcalf
