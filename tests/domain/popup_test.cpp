// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "domain/popup.hpp"

#include <gtest/gtest.h>

#include "routine_samples.hpp"

namespace calmcalf {
namespace {

TEST(PopupKey, OfAStepIsReadBackAsItsOccurrence) {
  const OccurrenceId second_move{night("2026-11-23"), {"move"}, 2};
  EXPECT_EQ(popup_key(second_move), "step/move/2026-11-23/2");
  EXPECT_EQ(occurrence_of_key(popup_key(second_move)), second_move);
}

TEST(PopupKey, OfNoStepIsNoOccurrence) {
  for (const auto* key : {"", "summary", "morning-check", "step", "step/", "step/move", "step/move/2026-11-23",
                          "step/move/2026-11-31/1", "step/move/2026-11-23/", "step/move/2026-11-23/one",
                          "step/move/2026-11-23/1 ", "step/move/2026-11-23/99999999999"})
    EXPECT_EQ(occurrence_of_key(key), std::nullopt) << key;
}

}  // namespace
}  // namespace calmcalf
