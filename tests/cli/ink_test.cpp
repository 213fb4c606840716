// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/ink.hpp"

#include <gtest/gtest.h>

namespace calmcalf::cli {
namespace {

TEST(Ink, ColoursAndThenStops) {
  EXPECT_EQ(Ink{true}.strong("a"), "\033[1ma\033[0m");
  EXPECT_EQ(Ink{true}.bad("a"), "\033[1;31ma\033[0m");
}

TEST(Ink, LeavesTextAsItIsWhereThereAreNoColours) {
  const Ink ink{false};
  EXPECT_EQ(ink.strong("a") + ink.faint("b") + ink.bad("c") + ink.good("d") + ink.wary("e"), "abcde");
}

}  // namespace
}  // namespace calmcalf::cli
