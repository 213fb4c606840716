// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/printable.hpp"

#include <gtest/gtest.h>

namespace calmcalf::cli {
namespace {

TEST(Printable, LeavesTextAndTabsAlone) {
  EXPECT_EQ(printable("Tee \t für zwölf, 茶 🍵"), "Tee \t für zwölf, 茶 🍵");
  EXPECT_EQ(printable(""), "");
}

TEST(Printable, ReplacesWhatATerminalWouldObey) {
  EXPECT_EQ(printable("a\033[31mb"), "a\uFFFD[31mb");
  EXPECT_EQ(printable("a\r\n\a\x7F"), "a\uFFFD\uFFFD\uFFFD\uFFFD");
  EXPECT_EQ(printable("\xC2\x9B"
                      "31m"),
            "\uFFFD31m");
  EXPECT_EQ(printable(std::string_view{"a\0b", 3}), "a\uFFFDb");
}

TEST(Printable, ReplacesWhatIsNotUtf8ByteByByte) {
  EXPECT_EQ(printable("caf\xE9!"), "caf\uFFFD!");
  EXPECT_EQ(printable("\x80\xBF"), "\uFFFD\uFFFD");
  EXPECT_EQ(printable("\xE8\x8C"), "\uFFFD\uFFFD");
  EXPECT_EQ(printable("\xFF\xFE"), "\uFFFD\uFFFD");
}

TEST(Printable, KnowsTheBoundsOfUtf8) {
  EXPECT_EQ(character_length("\xC0\xAF"), 0U) << "too long a form";
  EXPECT_EQ(character_length("\xE0\x9F\xBF"), 0U) << "too long a form";
  EXPECT_EQ(character_length("\xE0\xA0\x80"), 3U);
  EXPECT_EQ(character_length("\xED\x9F\xBF"), 3U);
  EXPECT_EQ(character_length("\xED\xA0\x80"), 0U) << "a surrogate";
  EXPECT_EQ(character_length("\xF0\x8F\xBF\xBF"), 0U) << "too long a form";
  EXPECT_EQ(character_length("\xF4\x8F\xBF\xBF"), 4U) << "the last character";
  EXPECT_EQ(character_length("\xF4\x90\x80\x80"), 0U) << "past the last";
  EXPECT_EQ(character_length("\xC3\xA4"), 2U);
  EXPECT_EQ(character_length("a"), 1U);
}

}  // namespace
}  // namespace calmcalf::cli
