// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "language/columns.hpp"

#include <gmock/gmock.h>

namespace calmcalf {
namespace {

TEST(Columns, AreOneForACharacterHoweverManyBytes) {
  EXPECT_EQ(columns_of(""), 0U);
  EXPECT_EQ(columns_of("water"), 5U);
  EXPECT_EQ(columns_of("Dehnübung"), 9U);
}

TEST(Columns, AreTwoForAWideCharacter) {
  EXPECT_EQ(columns_of("水を飲む"), 8U);
}

TEST(Columns, AreNoneForWhatSitsOnAnotherCharacter) {
  EXPECT_EQ(columns_of("e\u0301"), 1U);
}

TEST(Columns, AreOneForAByteThatIsNoUtf8) {
  EXPECT_EQ(columns_of("a\xFF\xE6z"), 4U);
}

TEST(AWord, IsOnePartWhereItIsNotOfWideCharacters) {
  EXPECT_THAT(parts_of_word("Dehnübung,"), testing::ElementsAre("Dehnübung,"));
  EXPECT_THAT(parts_of_word(""), testing::IsEmpty());
}

TEST(AWord, OfWideCharactersMayBeBrokenButNotBeforeAFullStop) {
  EXPECT_THAT(parts_of_word("水を飲む。"), testing::ElementsAre("水", "を", "飲", "む。"));
  EXPECT_THAT(parts_of_word("毎日10分歩く"), testing::ElementsAre("毎", "日", "10", "分", "歩", "く"));
}

TEST(Padded, FillsUpColumns) {
  EXPECT_EQ(padded("水", 4), "水  ");
  EXPECT_EQ(padded("longer", 4), "longer");
}

}  // namespace
}  // namespace calmcalf
