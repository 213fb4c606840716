// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "domain/mistake.hpp"

#include <gtest/gtest.h>

namespace calmcalf {
namespace {

const Mistake mistake{"routine.toml", 4, 8, "bedtime.time", "is text, write 22:30:00", Mistake::Severity::error};

TEST(MistakeText, NamesFileLineColumnAndKey) {
  EXPECT_EQ(to_text(mistake), "routine.toml:4:8: bedtime.time: is text, write 22:30:00");
}

TEST(MistakeText, HasNoKeyWhereTheWholeFileIsMeant) {
  Mistake whole = mistake;
  whole.key.clear();
  EXPECT_EQ(to_text(whole), "routine.toml:4:8: is text, write 22:30:00");
}

TEST(Mistakes, ForbidTheFilesUseOnlyWithAnErrorAmongThem) {
  Mistake caution = mistake;
  caution.severity = Mistake::Severity::caution;
  EXPECT_FALSE(has_errors({}));
  EXPECT_FALSE(has_errors({caution, caution}));
  EXPECT_TRUE(has_errors({caution, mistake}));
}

}  // namespace
}  // namespace calmcalf
