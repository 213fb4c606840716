// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/process/harmless_text.hpp"

#include <gmock/gmock.h>

namespace calmcalf {
namespace {

using namespace std::string_literals;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(HarmlessText, LeavesLinesOfTextAsTheyAre) {
  EXPECT_THAT(harmless_lines("Grüße,\tdie Wade\nsecond\r\n\nlast"), ElementsAre("Grüße,\tdie Wade", "second", "last"));
  EXPECT_THAT(harmless_lines(""), IsEmpty());
  EXPECT_THAT(harmless_lines("\n\n"), IsEmpty());
}

TEST(HarmlessText, ReplacesWhatCouldSteerATerminal) {
  EXPECT_EQ(harmless_line("\x1b[2Jred\x7f"), "\uFFFD[2Jred\uFFFD");
  EXPECT_EQ(harmless_line("\u009b31m"), "\uFFFD31m");
  EXPECT_EQ(harmless_line("a\nb\rc"), "a\uFFFDb\uFFFDc");
}

TEST(HarmlessText, ReplacesWhatIsNotText) {
  EXPECT_EQ(harmless_line("caf\xe9."), "caf\uFFFD.");
  EXPECT_EQ(harmless_line("a\0b"s), "a\uFFFDb");
}

TEST(HarmlessText, CutsLongLinesBetweenCharacters) {
  std::string longest;
  for (int i = 0; i < 400; ++i) longest += "ü";
  EXPECT_EQ(harmless_line(longest), longest);
  EXPECT_EQ(harmless_line(longest + "ü"), longest + " [...]");
}

}  // namespace
}  // namespace calmcalf
