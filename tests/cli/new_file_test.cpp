// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/new_file.hpp"

#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "adapters/fresh_folder.hpp"

namespace calmcalf::cli {
namespace {

using testing::ElementsAre;

class NewFile : public testing::Test {
 protected:
  [[nodiscard]] std::string content_of(const std::string& name) const {
    std::ifstream stream{folder_ / name, std::ios::binary};
    return {std::istreambuf_iterator<char>{stream}, {}};
  }
  [[nodiscard]] std::vector<std::string> names() const {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator{folder_.path()})
      names.push_back(entry.path().filename().string());
    return names;
  }

  FreshFolder folder_;
};

TEST_F(NewFile, HoldsAllOfTheContentAndNothingElseIsLeft) {
  const std::string content(1'000'000, 'x');
  EXPECT_FALSE(write_new_file(folder_ / "a", content));
  EXPECT_EQ(content_of("a"), content);
  EXPECT_THAT(names(), ElementsAre("a"));
}

TEST_F(NewFile, HasItsFoldersMade) {
  EXPECT_FALSE(write_new_file(folder_ / "b/c/a", "x"));
  EXPECT_EQ(content_of("b/c/a"), "x");
}

TEST_F(NewFile, NeverReplacesAnything) {
  std::ofstream{folder_ / "a"} << "mine";
  EXPECT_EQ(write_new_file(folder_ / "a", "x"), std::errc::file_exists);
  EXPECT_EQ(content_of("a"), "mine");
  EXPECT_THAT(names(), ElementsAre("a"));
}

TEST_F(NewFile, NeverReplacesABrokenLink) {
  std::filesystem::create_symlink("nowhere", folder_ / "a");
  EXPECT_EQ(write_new_file(folder_ / "a", "x"), std::errc::file_exists);
  EXPECT_THAT(names(), ElementsAre("a"));
}

TEST_F(NewFile, MayBeNamedFromTheFolderAtHand) {
  const auto before = std::filesystem::current_path();
  std::filesystem::current_path(folder_.path());
  const auto error = write_new_file("a", "x");
  std::filesystem::current_path(before);
  EXPECT_FALSE(error) << error.message();
  EXPECT_EQ(content_of("a"), "x");
}

TEST_F(NewFile, ReplacesAFileThatKeepsItsPermissions) {
  std::ofstream{folder_ / "a"} << "mine";
  std::filesystem::permissions(folder_ / "a", std::filesystem::perms{0640});
  EXPECT_FALSE(write_or_replace_file(folder_ / "a", "x"));
  EXPECT_EQ(content_of("a"), "x");
  EXPECT_EQ(std::filesystem::status(folder_ / "a").permissions(), std::filesystem::perms{0640});
  EXPECT_THAT(names(), ElementsAre("a"));
}

TEST_F(NewFile, IsItsOwnersAloneWhereItMightHaveReplacedOne) {
  EXPECT_FALSE(write_or_replace_file(folder_ / "b/a", "x"));
  EXPECT_EQ(content_of("b/a"), "x");
  EXPECT_EQ(std::filesystem::status(folder_ / "b/a").permissions(), std::filesystem::perms{0600});
}

TEST_F(NewFile, ReplacesWhatALinkLeadsTo) {
  std::ofstream{folder_ / "a"} << "mine";
  std::filesystem::create_symlink("a", folder_ / "link");
  EXPECT_FALSE(write_or_replace_file(folder_ / "link", "x"));
  EXPECT_EQ(content_of("a"), "x");
  EXPECT_TRUE(std::filesystem::is_symlink(folder_ / "link"));
}

TEST_F(NewFile, ReplacesNoFolderAndNoDevice) {
  std::filesystem::create_directory(folder_ / "a");
  EXPECT_EQ(write_or_replace_file(folder_ / "a", "x"), std::errc::not_supported);
  EXPECT_EQ(write_or_replace_file("/dev/null", "x"), std::errc::not_supported);
  EXPECT_TRUE(std::filesystem::is_character_file("/dev/null"));
}

TEST_F(NewFile, CannotBeInAFile) {
  std::ofstream{folder_ / "a"} << "mine";
  EXPECT_EQ(write_new_file(folder_ / "a/b", "x"), std::errc::not_a_directory);
}

}  // namespace
}  // namespace calmcalf::cli
