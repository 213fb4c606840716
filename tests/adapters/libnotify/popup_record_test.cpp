// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/libnotify/popup_record.hpp"

#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>

#include "adapters/fresh_folder.hpp"

namespace calmcalf {
namespace {

namespace fs = std::filesystem;
using Contents = PopupRecord::Contents;

class PopupRecordTest : public testing::Test {
 protected:
  void put(const std::string& text) const {
    fs::create_directories(file_.parent_path());
    std::ofstream{file_} << text;
  }

  FreshFolder folder_;
  fs::path file_ = folder_ / "calmcalf" / "popups";
  PopupRecord record_{file_};
  Contents two_{.server = "6f1:1.42", .ids = {{"water", 7}, {"night of 2026-11-23", 4'000'000'000}}};
};

TEST_F(PopupRecordTest, TellsTheNextProcessWhatIsOnTheScreen) {
  record_.write(two_);
  EXPECT_EQ(PopupRecord{file_}.read(), two_);
}

TEST_F(PopupRecordTest, IsEmptyWhereNothingWasLeft) {
  EXPECT_EQ(record_.read(), Contents{});
}

TEST_F(PopupRecordTest, ReplacesTheFileAndLeavesNothingElseBehind) {
  record_.write(two_);
  const Contents one{.server = "6f1:1.42", .ids = {{"water", 7}}};
  record_.write(one);
  EXPECT_EQ(record_.read(), one);
  EXPECT_EQ(std::distance(fs::directory_iterator{file_.parent_path()}, {}), 1);
}

TEST_F(PopupRecordTest, RemovesTheFileWithTheLastPopup) {
  record_.write(two_);
  record_.write({.server = "6f1:1.42", .ids = {}});
  EXPECT_FALSE(fs::exists(file_));
}

TEST_F(PopupRecordTest, MakesItsFolderForItsOwnerAlone) {
  record_.write(two_);
  EXPECT_EQ(fs::status(file_.parent_path()).permissions(), fs::perms::owner_all);
}

TEST_F(PopupRecordTest, TakesNothingFromAFileThatMakesNoSense) {
  for (const char* text : {"6f1:1.42\nseven water\n", "6f1:1.42\n7\n", "6f1:1.42\n99999999999 water\n", "\n\n\n1"}) {
    put(text);
    EXPECT_EQ(record_.read(), Contents{}) << text;
  }
}

TEST_F(PopupRecordTest, KeepsNothingWithoutAPath) {
  const PopupRecord off{""};
  off.write(two_);
  EXPECT_EQ(off.read(), Contents{});
}

TEST_F(PopupRecordTest, LetsGoOfWhatCannotBeWritten) {
  const PopupRecord nowhere{"/proc/calmcalf/popups"};
  nowhere.write(two_);
  EXPECT_EQ(nowhere.read(), Contents{});
}

}  // namespace
}  // namespace calmcalf
