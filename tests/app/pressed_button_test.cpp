// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "app/pressed_button.hpp"

#include <gtest/gtest.h>

#include "app/wording.hpp"
#include "routine_samples.hpp"

namespace calmcalf {
namespace {

class PressedButton : public testing::Test {
 protected:
  explicit PressedButton() { popup_.night = night("2026-11-23"); }

  [[nodiscard]] auto meaning(std::string_view action) const {
    return meaning_of_button(action, popup_, plain_routine());
  }

  template <class Wanted>
  [[nodiscard]] Wanted asks_for(std::string_view action) const {
    return std::get<Wanted>(std::get<Request>(meaning(action)));
  }

  Popup popup_;
};

TEST_F(PressedButton, OfTheMorningsQuestionIsAnEntryOfItsNight) {
  popup_.kind = Popup::Kind::morning_check;
  EXPECT_EQ(asks_for<request::LogNoCramp>(action::no_cramp).night, popup_.night);
  EXPECT_EQ(asks_for<request::LogCramp>(action::mild).night, popup_.night);
  EXPECT_EQ(asks_for<request::LogCramp>(action::mild).cramp.severity, 3);
  EXPECT_EQ(asks_for<request::LogCramp>(action::bad).cramp.severity, 8);
}

TEST_F(PressedButton, OfAQuestionAboutACrampChangesThatCramp) {
  popup_.kind = Popup::Kind::follow_up;
  popup_.cramp = 2;
  const auto change = [&](std::string_view action) {
    const auto asked = asks_for<request::AmendCramp>(action);
    EXPECT_EQ(asked.target.night, popup_.night);
    EXPECT_EQ(asked.target.number, 2);
    return asked.change;
  };
  EXPECT_EQ(change(action::mild).severity, 3);
  EXPECT_EQ(change(action::bad).severity, 8);
  EXPECT_EQ(change(action::yes).woke, true);
  EXPECT_EQ(change(action::no).woke, false);
  EXPECT_EQ(change(action::left).side, CrampSide::left);
  EXPECT_EQ(change(action::right).side, CrampSide::right);
  EXPECT_EQ(change(action::both).side, CrampSide::both);
}

TEST_F(PressedButton, ThatThePopupDoesNotHaveMeansNothing) {
  popup_.steps = {{popup_.night, {"water"}}};
  for (const auto kind :
       {Popup::Kind::step, Popup::Kind::summary, Popup::Kind::morning_check, Popup::Kind::doctor_hint,
        Popup::Kind::schedule_mistake, Popup::Kind::guide, Popup::Kind::relief, Popup::Kind::follow_up}) {
    popup_.kind = kind;
    EXPECT_TRUE(std::holds_alternative<std::monostate>(meaning("order-pizza"))) << static_cast<int>(kind);
  }
}

TEST_F(PressedButton, ThatOnlyOtherPopupsHaveMeansNothing) {
  popup_.kind = Popup::Kind::relief;
  EXPECT_TRUE(std::holds_alternative<std::monostate>(meaning(action::back))) << "it is the first page";
  popup_.kind = Popup::Kind::schedule_mistake;
  EXPECT_TRUE(std::holds_alternative<std::monostate>(meaning(action::done)));
}

TEST_F(PressedButton, OnThePopupItselfIsNoAnswer) {
  popup_.key = "doctor-hint";
  popup_.kind = Popup::Kind::doctor_hint;
  EXPECT_EQ(std::get<event::PopupClicked>(std::get<Event>(meaning(action::open))).key, "doctor-hint");
}

}  // namespace
}  // namespace calmcalf
