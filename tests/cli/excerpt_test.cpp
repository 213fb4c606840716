// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/excerpt.hpp"

#include <gtest/gtest.h>

namespace calmcalf::cli {
namespace {

TEST(Excerpt, PutsACaretUnderTheColumn) {
  EXPECT_EQ(excerpt("one\ntwo three\n", 2, 5), "    two three\n        ^\n");
  EXPECT_EQ(excerpt("one", 1, 1), "    one\n    ^\n");
}

TEST(Excerpt, CountsColumnsInCharacters) {
  EXPECT_EQ(excerpt("äöü = 1", 1, 5), "    äöü = 1\n        ^\n");
}

TEST(Excerpt, KeepsTabsAboveEachOther) {
  EXPECT_EQ(excerpt("\ta = 1", 1, 4), "    \ta = 1\n    \t  ^\n");
}

TEST(Excerpt, PointsBehindTheEndOfALineWhereSomethingIsMissing) {
  EXPECT_EQ(excerpt("a = \r\nb", 1, 5), "    a = \n        ^\n");
  EXPECT_EQ(excerpt("a", 1, 99), "    a\n     ^\n");
}

TEST(Excerpt, IsEmptyWhereThereIsNothingToShow) {
  EXPECT_EQ(excerpt("", 1, 1), "");
  EXPECT_EQ(excerpt("one\n\nthree", 2, 1), "");
  EXPECT_EQ(excerpt("one", 2, 1), "");
  EXPECT_EQ(excerpt("one", 0, 0), "");
}

TEST(Excerpt, CutsALongLineAroundTheColumn) {
  const auto line = std::string(200, 'a') + 'X' + std::string(200, 'b');
  EXPECT_EQ(excerpt(line, 1, 201),
            "    " + std::string(38, 'a') + 'X' + std::string(37, 'b') + "\n    " + std::string(38, ' ') + "^\n");
  EXPECT_EQ(excerpt(line, 1, 2), "    " + std::string(76, 'a') + "\n     ^\n");
  EXPECT_EQ(excerpt(line, 1, 401), "    " + std::string(39, 'b') + "\n    " + std::string(38, ' ') + "^\n");
}

TEST(Excerpt, PrintsNothingThatATerminalWouldObey) {
  EXPECT_EQ(excerpt("a\033b\xE9", 1, 3), "    a\uFFFDb\uFFFD\n      ^\n");
}

}  // namespace
}  // namespace calmcalf::cli
