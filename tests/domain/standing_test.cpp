// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "domain/standing.hpp"

#include <gtest/gtest.h>

#include "ledger_samples.hpp"
#include "routine_samples.hpp"

namespace calmcalf {
namespace {

const auto that_night = night("2026-11-23");

// Histories of two machines are merged: each may have taken back, changed or removed what the other had first.

TEST(StandingTest, TakesBackNoMoreThanWasSaid) {
  const Standing standing{{ended(that_night, "water", State::done), cramped(that_night),
                           entry_of(that_night, entry::Undone{subject_of(that_night, "water")}),
                           entry_of(that_night, entry::Undone{subject_of(that_night, "water")}),
                           entry_of(that_night, entry::DiaryUndone{that_night}),
                           entry_of(that_night, entry::DiaryUndone{that_night})}};
  EXPECT_FALSE(standing.progress({that_night, {"water"}})->has_ended());
  EXPECT_FALSE(standing.night(that_night)->diary.is_known());
}

TEST(StandingTest, ChangesAndRemovesNoCrampThatIsNotThere) {
  const CrampId other{at("2026-11-24T03:10"), 2};
  const Standing standing{{cramped(that_night), entry_of(that_night, entry::CrampAmended{that_night, other, {}}),
                           entry_of(that_night, entry::CrampRemoved{that_night, other})}};
  ASSERT_EQ(standing.night(that_night)->diary.cramps.size(), 1U);
  EXPECT_EQ(standing.night(that_night)->diary.cramps.front().cramp, Cramp{});
}

}  // namespace
}  // namespace calmcalf
