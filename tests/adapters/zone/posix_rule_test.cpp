// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/zone/posix_rule.hpp"

#include <gtest/gtest.h>

namespace calmcalf {
namespace {

TEST(PosixRule, IsTakenApart) {
  const auto rule = parse_posix_rule("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0/3");
  ASSERT_TRUE(rule);
  EXPECT_EQ(rule->standard, "<+1030>");
  EXPECT_EQ(rule->standard_offset, "-10:30");
  EXPECT_EQ(rule->daylight, "<+11>");
  EXPECT_EQ(rule->daylight_offset, "-11");
  EXPECT_EQ(rule->begins, "M10.1.0");
  EXPECT_EQ(rule->ends, "M4.1.0/3");
}

TEST(PosixRule, IsGivenToGlibAsWritten) {
  for (const char* text : {"UTC0", "<-03>3", "CET-1CEST,M3.5.0,M10.5.0/3", "<+00>0<+02>-2,M3.5.0/1,M10.5.0/3",
                           "EET-2EEST,M3.4.4/50,M10.4.4/50", "<-02>2<-01>,M3.5.0/-1,M10.5.0/0"}) {
    const auto rule = parse_posix_rule(text);
    ASSERT_TRUE(rule) << text;
    EXPECT_EQ(text_for_glib(*rule), text);
  }
}

TEST(PosixRule, IsTurnedAroundWhereItsSummerIsTheStandard) {
  const auto rule = parse_posix_rule("IST-1GMT0,M10.5.0,M3.5.0/1");
  ASSERT_TRUE(rule);
  EXPECT_TRUE(glib_misreads(*rule));
  EXPECT_EQ(text_for_glib(*rule), "GMT0IST-1,M3.5.0/1,M10.5.0");
}

TEST(PosixRule, WithoutDatesHasThoseTheCLibraryTakes) {
  EXPECT_EQ(text_for_glib(*parse_posix_rule("EST5EDT")), "EST5EDT,M3.2.0,M11.1.0");
}

TEST(PosixRule, IsNothingElse) {
  for (const char* text : {"", "Z", "+05:00", "Europe/Berlin", "CET", "CE1", "<+0-3", "CET-1CEST,M3.5.0",
                           "CET-1,M3.5.0,M4.1.0", "CET-1CEST,M3.5.0,M10.5.0,M11.1.0", "/etc/passwd"}) {
    EXPECT_FALSE(parse_posix_rule(text)) << text;
  }
}

}  // namespace
}  // namespace calmcalf
