// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/wrapped.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace calmcalf::cli {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Wrapped, FillsEachLine) {
  EXPECT_THAT(wrapped("pull your toes towards your shin", 12), ElementsAre("pull your", "toes towards", "your shin"));
  EXPECT_THAT(wrapped("toes towards", 12), ElementsAre("toes towards"));
  EXPECT_THAT(wrapped("toes towards", 11), ElementsAre("toes", "towards"));
}

TEST(Wrapped, LeavesALongWordWhole) {
  EXPECT_THAT(wrapped("a hamstring-stretch now", 4), ElementsAre("a", "hamstring-stretch", "now"));
}

TEST(Wrapped, CountsCharactersNotBytes) {
  EXPECT_THAT(wrapped("süß müß", 7), ElementsAre("süß müß"));
}

TEST(Wrapped, MakesOneBlankOfSeveral) {
  EXPECT_THAT(wrapped("  a  b ", 9), ElementsAre("a b"));
}

TEST(Wrapped, HasNoLinesWithoutWords) {
  EXPECT_THAT(wrapped("", 9), IsEmpty());
  EXPECT_THAT(wrapped("  ", 9), IsEmpty());
}

}  // namespace
}  // namespace calmcalf::cli
