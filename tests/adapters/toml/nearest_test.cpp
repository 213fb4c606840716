// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/toml/nearest.hpp"

#include <array>

#include <gtest/gtest.h>

namespace calmcalf::toml_file {
namespace {

constexpr std::array<std::string_view, 4> words{"friday", "before_bed", "calf-stretch", "at"};

TEST(Nearest, FindsAWordWithALetterTooManyTooFewWrongOrSwapped) {
  EXPECT_EQ(nearest("fridayy", words), "friday");
  EXPECT_EQ(nearest("frday", words), "friday");
  EXPECT_EQ(nearest("fryday", words), "friday");
  EXPECT_EQ(nearest("firday", words), "friday");
}

TEST(Nearest, TakesCapitalsBlanksAndUnderlinesForWhatTheyStandFor) {
  EXPECT_EQ(nearest("FRIDAY", words), "friday");
  EXPECT_EQ(nearest("Calf Stretch", words), "calf-stretch");
  EXPECT_EQ(nearest("before-bed", words), "before_bed");
}

TEST(Nearest, FindsWhatAWordOfThreeLettersOrMoreAbbreviates) {
  EXPECT_EQ(nearest("Fri", words), "friday");
  EXPECT_EQ(nearest("calf", words), "calf-stretch");
  EXPECT_EQ(nearest("fr", words), std::nullopt);
}

TEST(Nearest, FindsNothingForAWordThatIsLikeNone) {
  EXPECT_EQ(nearest("sunday morning", words), std::nullopt);
  EXPECT_EQ(nearest("", words), std::nullopt);
  EXPECT_EQ(nearest(std::string(100'000, 'f'), words), std::nullopt);
}

TEST(Nearest, AsksForMoreLikenessOfShortWords) {
  EXPECT_EQ(nearest("on", words), std::nullopt);
}

TEST(WhatIsKnown, NamesTheNearestWordOrElseAll) {
  EXPECT_EQ(what_is_known("fryday", words), "did you mean \"friday\"?");
  EXPECT_EQ(what_is_known("snooze", words), "known are friday, before_bed, calf-stretch and at");
}

}  // namespace
}  // namespace calmcalf::toml_file
