// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/toml/kept_copy.hpp"

#include <chrono>
#include <iterator>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "adapters/fresh_folder.hpp"
#include "adapters/toml/reader.hpp"

namespace calmcalf::toml_file {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

constexpr auto owner_alone = fs::perms::owner_read | fs::perms::owner_write;

TEST(KeptCopy, IsMadeWithItsFoldersForItsOwnerAlone) {
  const FreshFolder folder;
  const auto path = folder / "state" / "calmcalf" / "routine.toml";
  EXPECT_EQ(keep_copy(path, "abc"), "");
  EXPECT_EQ(content_of(path), "abc");
  EXPECT_EQ(fs::status(path).permissions(), owner_alone);
  EXPECT_EQ(fs::status(path.parent_path()).permissions(), fs::perms::owner_all);
}

TEST(KeptCopy, ReplacesTheLastOneAndLeavesNothingElse) {
  const FreshFolder folder;
  ASSERT_EQ(keep_copy(folder / "routine.toml", "a longer schedule"), "");
  ASSERT_EQ(keep_copy(folder / "routine.toml", "short"), "");
  EXPECT_EQ(content_of(folder / "routine.toml"), "short");
  EXPECT_EQ(std::distance(fs::directory_iterator{folder.path()}, fs::directory_iterator{}), 1);
}

TEST(KeptCopy, IsNotWrittenAgainWhenNothingChanged) {
  const FreshFolder folder;
  ASSERT_EQ(keep_copy(folder / "routine.toml", "abc"), "");
  const auto long_ago = fs::file_time_type::clock::now() - std::chrono::hours{1};
  fs::last_write_time(folder / "routine.toml", long_ago);
  ASSERT_EQ(keep_copy(folder / "routine.toml", "abc"), "");
  EXPECT_EQ(fs::last_write_time(folder / "routine.toml"), long_ago);
}

TEST(KeptCopy, SaysWhyItCannotBeKept) {
  const FreshFolder folder;
  write(folder / "state", "a file where a folder should be");
  EXPECT_THAT(keep_copy(folder / "state" / "routine.toml", "abc"), HasSubstr("Not a directory"));
}

TEST(KeptCopy, LeavesTheLastOneWhereTheNextCannotBeWritten) {
  const FreshFolder folder;
  ASSERT_EQ(keep_copy(folder / "routine.toml", "abc"), "");
  fs::create_directory(folder / "routine.toml.new");
  EXPECT_THAT(keep_copy(folder / "routine.toml", "def"), HasSubstr("no copy of the schedule can be kept here"));
  EXPECT_EQ(content_of(folder / "routine.toml"), "abc");
}

}  // namespace
}  // namespace calmcalf::toml_file
