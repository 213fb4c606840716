// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/text_file.hpp"

#include <fstream>

#include <gtest/gtest.h>

#include "adapters/fresh_folder.hpp"

namespace calmcalf::cli {
namespace {

constexpr std::size_t four_mebibytes = std::size_t{4} * 1024 * 1024;

TEST(TextFile, IsReadAsItIs) {
  const FreshFolder folder;
  const std::string content{"a\r\n\0\xE9", 5};
  std::ofstream{folder / "a", std::ios::binary} << content;
  EXPECT_EQ(read_text_file(folder / "a").content, content);
  EXPECT_EQ(read_text_file(folder / "a").mistake, "");
}

TEST(TextFile, MayBeEmpty) {
  EXPECT_EQ(read_text_file("/dev/null").content, "");
}

TEST(TextFile, MayBeOfFourMebibytesAndNoMore) {
  const FreshFolder folder;
  std::ofstream{folder / "a"} << "";
  std::filesystem::resize_file(folder / "a", four_mebibytes);
  EXPECT_EQ(read_text_file(folder / "a").content.value_or("").size(), four_mebibytes);
  std::filesystem::resize_file(folder / "a", four_mebibytes + 1);
  EXPECT_EQ(read_text_file(folder / "a").content, std::nullopt);
  EXPECT_EQ(read_text_file(folder / "a").mistake, "it is larger than 4 MiB");
  EXPECT_EQ(read_text_file("/dev/zero").mistake, "it is larger than 4 MiB");
}

TEST(TextFile, SaysWhyItCannotBeRead) {
  const FreshFolder folder;
  EXPECT_EQ(read_text_file(folder / "gone").mistake, "there is no such file");
  EXPECT_EQ(read_text_file(folder.path()).mistake, "this is a folder, name a file in it");
}

}  // namespace
}  // namespace calmcalf::cli
