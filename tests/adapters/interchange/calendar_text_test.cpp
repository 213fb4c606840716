// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT

#include "adapters/interchange/calendar_text.hpp"

#include <algorithm>

#include <gtest/gtest.h>

namespace calmcalf::interchange {
namespace {

class ACalendarText : public testing::Test {
 protected:
  std::string said_;
  CalendarText text_{[this](std::string_view piece) { said_ += piece; }};
};

TEST_F(ACalendarText, HasALineForEachProperty) {
  text_.begin("VEVENT");
  text_.line("DURATION", "PT5M");
  text_.end("VEVENT");
  EXPECT_EQ(said_, "BEGIN:VEVENT\r\nDURATION:PT5M\r\nEND:VEVENT\r\n");
}

TEST_F(ACalendarText, EscapesWhatMeansSomething) {
  text_.text("SUMMARY", "a, b; c\\ \"d\"\ne\x01\tf");
  EXPECT_EQ(said_, "SUMMARY:a\\, b\\; c\\\\ \"d\"\\ne\tf\r\n");
}

TEST_F(ACalendarText, IsFoldedAt75Octets) {
  text_.line("X", std::string(73, 'a'));
  EXPECT_EQ(said_, "X:" + std::string(73, 'a') + "\r\n");
  said_.clear();
  text_.line("X", std::string(148, 'a'));
  EXPECT_EQ(said_, "X:" + std::string(73, 'a') + "\r\n " + std::string(74, 'a') + "\r\n a\r\n");
}

TEST_F(ACalendarText, IsNeverFoldedWithinACharacter) {
  for (std::size_t before = 0; before < 5; ++before) {
    said_.clear();
    std::string value(before, 'a');
    for (int i = 0; i < 60; ++i) value += "🦵ü";
    text_.text("X", value);
    std::string unfolded;
    for (std::size_t begin = 0; begin < said_.size();) {
      const auto end = said_.find("\r\n", begin);
      EXPECT_LE(end - begin, 75);
      EXPECT_NE(static_cast<unsigned char>(said_[begin + 1]) & 0xC0U, 0x80U);
      unfolded += said_.substr(begin == 0 ? 0 : begin + 1, end - begin - (begin == 0 ? 0 : 1));
      begin = end + 2;
    }
    EXPECT_EQ(unfolded, "X:" + value);
  }
}

}  // namespace
}  // namespace calmcalf::interchange
