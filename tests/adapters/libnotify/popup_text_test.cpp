// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/libnotify/popup_text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace calmcalf {
namespace {

using testing::ElementsAre;

Notice notice_of(const std::string& body, const std::string& without_buttons) {
  Notice notice;
  notice.body = body;
  notice.without_buttons = without_buttons;
  notice.actions = {{.key = "default", .label = "Show again"}, {.key = "done", .label = "Done"}};
  return notice;
}

const Notice stretch = notice_of("Hold 10 s & relax <both legs>.", "Answer with: calmcalf done");

TEST(PopupText, IsSentAsItIsToAServerThatReadsNoMarkup) {
  EXPECT_EQ(body_for(stretch, {.has_buttons = true}), "Hold 10 s & relax <both legs>.");
}

TEST(PopupText, HasNothingThatAServerWouldTakeForMarkup) {
  EXPECT_EQ(body_for(stretch, {.has_buttons = true, .reads_markup = true}), "Hold 10 s &amp; relax &lt;both legs&gt;.");
}

TEST(PopupText, SaysHowElseToAnswerWhereThereAreNoButtons) {
  EXPECT_EQ(body_for(stretch, {}), "Hold 10 s & relax <both legs>.\nAnswer with: calmcalf done");
  EXPECT_EQ(body_for(notice_of("", "Answer with: calmcalf done"), {}), "Answer with: calmcalf done");
  EXPECT_EQ(body_for(notice_of("Sip.", ""), {}), "Sip.");
}

TEST(PopupText, IsAlwaysTextThatTheBusTakes) {
  EXPECT_EQ(valid_utf8("W\xc3\xa4rmflasche"), "W\xc3\xa4rmflasche");
  EXPECT_EQ(valid_utf8("broken \xff byte"), "broken \xef\xbf\xbd byte");
}

TEST(PopupActions, AreSentAsTheyAre) {
  EXPECT_EQ(actions_for(stretch, {.has_buttons = true}), stretch.actions);
}

TEST(PopupActions, LeaveTheDefaultOneOutWhereItWouldOnlyBeAButtonMore) {
  EXPECT_THAT(actions_for(stretch, {.has_buttons = true, .draws_default_action = true}),
              ElementsAre(Notice::Action{.key = "done", .label = "Done"}));
}

}  // namespace
}  // namespace calmcalf
