// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/sqlite/entry_id.hpp"

#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace calmcalf {
namespace {

using namespace std::chrono_literals;

TEST(EntryId, IsAUuidOfVersionSeven) {
  EXPECT_THAT(new_entry_id(Instant{1'795'469'400s}),
              testing::MatchesRegex("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"));
}

TEST(EntryId, IsNeverTheSameTwice) {
  std::set<std::string> ids;
  for (int i = 0; i < 1000; ++i) ids.insert(new_entry_id(Instant{}));
  EXPECT_EQ(ids.size(), 1000U);
}

TEST(EntryId, OfALaterEntrySortsLater) {
  EXPECT_LT(new_entry_id(Instant{1'795'469'400s}), new_entry_id(Instant{1'795'469'401s}));
  EXPECT_LT(new_entry_id(Instant{4'000'000'000s}), new_entry_id(Instant{253'402'300'799s}));
}

TEST(EntryId, IsThereForAnyInstant) {
  EXPECT_THAT(new_entry_id(Instant::min()), testing::StartsWith("00000000-0000-7"));
  EXPECT_THAT(new_entry_id(Instant::max()), testing::StartsWith("ffffffff-f"));
}

}  // namespace
}  // namespace calmcalf
