// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/page_text.hpp"

#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace calmcalf::cli {
namespace {

using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;

const Ink plain{false};

Page sample() {
  return {.topic = "legs",
          .title = "Legs",
          .summary = "about legs",
          .blocks = {Paragraph{"There are two of them, most of the time."}, Heading{"Left"},
                     Item{"The one on the left"}, Heading{"Do"},
                     Advice{"Warm it",
                            "With a bath.",
                            {{Caution::balance, "Hold on."}, {Caution::pregnancy, "Not too hot."}}}},
          .sources = {"A leaflet"}};
}

std::string steps_page() {
  return page_text(*find_page("steps"), {}, 80, plain);
}

TEST(PageText, LaysAPageOut) {
  EXPECT_EQ(page_text(sample(), {}, 30, plain),
            "Legs\n"
            "\n"
            "There are two of them, most of\n"
            "the time.\n"
            "\n"
            "Left\n"
            "  - The one on the left\n"
            "\n"
            "Do\n"
            "  Warm it\n"
            "    With a bath.\n"
            "    [unsteady on your feet]\n"
            "    Hold on.\n"
            "    [pregnancy] Not too hot.\n"
            "\n"
            "Sources\n"
            "  - A leaflet\n"
            "\n"
            "This is no medical advice. Ask\n"
            "a doctor or a pharmacist about\n"
            "anything that worries you.\n");
}

TEST(PageText, MarksWhatAppliesFirstAndDropsNothing) {
  const auto text = page_text(sample(), std::vector{Caution::pregnancy, Caution::clot}, 100, plain);
  EXPECT_THAT(text, HasSubstr("\n  Warm it\n    With a bath.\n"
                              "    ! [pregnancy] Not too hot.\n"
                              "    [unsteady on your feet] Hold on.\n"));
  EXPECT_THAT(text, HasSubstr("\n\nWhat is marked with ! applies to you, "));
  EXPECT_THAT(text, EndsWith("\n\n" + std::string{no_medical_advice} + '\n'));
}

TEST(PageText, ExplainsNoMarksWhereThereAreNone) {
  EXPECT_THAT(page_text(sample(), std::vector{Caution::clot}, 80, plain), Not(HasSubstr("marked")));
}

TEST(PageText, IsNoWiderThanAsked) {
  for (const std::size_t width : {40U, 57U, 80U}) {
    for (const auto& page : handbook()) {
      std::istringstream lines{page_text(page, std::vector{Caution::balance, Caution::kidney}, width, plain)};
      for (std::string line; std::getline(lines, line);) EXPECT_LE(line.size(), width) << line;
    }
  }
}

TEST(PageText, CanBeReadInAVeryNarrowTerminal) {
  EXPECT_EQ(page_text(sample(), {}, 1, plain), page_text(sample(), {}, 24, plain));
}

TEST(PageText, ColoursEachLineByItself) {
  const auto text = page_text(sample(), std::vector{Caution::balance}, 30, Ink{true});
  EXPECT_THAT(text, HasSubstr("\033[1mLeft\033[0m\n"));
  EXPECT_THAT(text, HasSubstr("    ! \033[33m[unsteady on your feet]\033[0m\n      \033[33mHold on.\033[0m\n"));
}

TEST(PageText, SaysHowAStepStandsInTheSchedule) {
  EXPECT_THAT(steps_page(), HasSubstr("\n  A glass of water\n    Drink one usual glass of water now. From here until "
                                      "bed, only sip.\n    use = \"water\", 2 h before bed\n"));
}

TEST(UsualTime, IsThatOfTheCatalogue) {
  const auto time = [](std::string_view id) { return usual_time(*find_in_catalogue(id)); };
  EXPECT_EQ(time("water"), "2 h before bed");
  EXPECT_EQ(time("warm-bath"), "1 h 30 min before bed");
  EXPECT_EQ(time("calf-stretch"), "15 min before bed");
  EXPECT_EQ(time("move"), "every 1 h from 09:00 to 17:00");
  EXPECT_EQ(time("footwear"), "at 09:00 on day 1 of the month");
}

}  // namespace
}  // namespace calmcalf::cli
