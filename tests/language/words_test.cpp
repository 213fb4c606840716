// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "language/words.hpp"

#include <gtest/gtest.h>

namespace calmcalf {
namespace {

template <typename Value>
void expect_names_in_english(Value last) {
  for (auto value = 0; value <= static_cast<int>(last); ++value)
    EXPECT_EQ(in_words(static_cast<Value>(value)), name_of(static_cast<Value>(value)));
}

TEST(Words, AreTheNamesInEnglish) {
  expect_names_in_english(State::paused);
  expect_names_in_english(Source::import);
  expect_names_in_english(CrampSide::both);
  expect_names_in_english(Muscle::other);
  expect_names_in_english(Trigger::alcohol);
  expect_names_in_english(Relief::other);
}

}  // namespace
}  // namespace calmcalf
