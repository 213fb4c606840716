// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/toml/literals.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace calmcalf::toml_file {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

TEST(FaultInLiteral, FindsNoneInWhatTomlAllows) {
  for (const std::string_view value : {"true",
                                       "false",
                                       "0",
                                       "-0",
                                       "+1",
                                       "1_000",
                                       "0xDEAD_beef",
                                       "0o17",
                                       "0b1_0",
                                       "1.5",
                                       "-0.25",
                                       "1e10",
                                       "1.5E-3",
                                       "1_0.0_1e+1_0",
                                       "inf",
                                       "-inf",
                                       "+nan",
                                       "2026-12-24",
                                       "22:30:00",
                                       "22:30:00.125",
                                       "2026-12-24T22:30:00",
                                       "2026-12-24 22:30:00.5",
                                       "2026-12-24t22:30:00z",
                                       "2026-12-24T22:30:00-01:30"}) {
    EXPECT_THAT(fault_in_literal(value), IsEmpty()) << value;
  }
}

TEST(FaultInLiteral, FindsOneInAllElse) {
  for (const std::string_view value : {"+",
                                       "-",
                                       ".5",
                                       "5.",
                                       "1__0",
                                       "_1",
                                       "1_",
                                       "0x",
                                       "0xG",
                                       "0b2",
                                       "0o8",
                                       "0X1",
                                       "+0x1",
                                       "1e",
                                       "1e+",
                                       "1.5.5",
                                       "01",
                                       "-01",
                                       "0_1",
                                       "1.e5",
                                       "tru",
                                       "Inf",
                                       "2026-12-24T",
                                       "2026-12-24T.5",
                                       "2026-12-24T22:30",
                                       "2026-02-30",
                                       "2026-12-24T22:30:00+1",
                                       "2026-12-24T22:30:00+24:00",
                                       "2026-12-24  22:30:00",
                                       "22:30:00.",
                                       "22:30:60",
                                       "24:00:00",
                                       "22:30:00Z",
                                       "1 2",
                                       "a",
                                       "$"}) {
    EXPECT_THAT(fault_in_literal(value), Not(IsEmpty())) << value;
  }
}

TEST(FaultInLiteral, SaysWhatWouldBeRight) {
  EXPECT_THAT(fault_in_literal("24.12.2026"), HasSubstr("such as 2026-12-24"));
  EXPECT_THAT(fault_in_literal("24:30:00"), HasSubstr("write 00:00:00 to 23:59:59"));
  EXPECT_THAT(fault_in_literal("03"), HasSubstr("without it"));
  EXPECT_THAT(fault_in_literal("3x"), HasSubstr("write for example 3"));
  EXPECT_THAT(fault_in_literal("$"), HasSubstr("straight quotes"));
}

}  // namespace
}  // namespace calmcalf::toml_file
