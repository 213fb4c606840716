// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/sdbus/numbered_menu.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace calmcalf {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pointee;
using Changes = NumberedMenu::Changes;

MenuItem item(const std::string& key, std::vector<MenuItem> children = {}) {
  MenuItem made{key, "Label of " + key};
  made.children = std::move(children);
  return made;
}

class NumberedMenuTest : public testing::Test {
 protected:
  [[nodiscard]] std::vector<int> children(int number = NumberedMenu::root) const {
    return menu_.find(number)->children;
  }

  NumberedMenu menu_;
};

TEST_F(NumberedMenuTest, HasARootFromTheBeginning) {
  EXPECT_THAT(children(), IsEmpty());
  EXPECT_EQ(menu_.find(1), nullptr);
}

TEST_F(NumberedMenuTest, GivesOneNumberToEachPlaceAndKeepsIt) {
  menu_.take({item("a"), item("b", {item("a")})});
  const auto first = children();
  const int inner = children(first.at(1)).at(0);
  EXPECT_NE(inner, first.at(0));
  menu_.take({item("b", {item("a")})});
  menu_.take({item("c"), item("b", {item("a")}), item("a")});
  EXPECT_THAT(children(), ElementsAre(testing::Gt(inner), first.at(1), first.at(0)));
  EXPECT_THAT(children(first.at(1)), ElementsAre(inner));
}

TEST_F(NumberedMenuTest, TellsRealChangesAlone) {
  EXPECT_TRUE(menu_.take({item("a"), item("b", {item("c")})}).layout);
  const auto revision = menu_.revision();
  EXPECT_EQ(menu_.take({item("a"), item("b", {item("c")})}), Changes{});
  EXPECT_EQ(menu_.revision(), revision);

  auto renamed = item("a");
  renamed.label = "Another";
  EXPECT_EQ(menu_.take({renamed, item("b", {item("c")})}), (Changes{false, {children().at(0)}}));
  EXPECT_EQ(menu_.revision(), revision);

  EXPECT_EQ(menu_.take({item("b", {item("c")}), renamed}), (Changes{true, {}}));
  EXPECT_EQ(menu_.take({item("b"), renamed}), (Changes{true, {}}));
  EXPECT_EQ(menu_.revision(), revision + 2);
}

TEST_F(NumberedMenuTest, KnowsWhatAnItemMeantThatIsGone) {
  menu_.take({item("a")});
  const int number = children().at(0);
  menu_.take({item("b")});
  EXPECT_EQ(menu_.find(number), nullptr);
  EXPECT_THAT(menu_.key_of(number), Pointee(std::string{"a"}));
  EXPECT_EQ(menu_.key_of(99), nullptr);
}

TEST_F(NumberedMenuTest, ForgetsWhatIsLongGoneAndNeverGivesANumberTwice) {
  menu_.take({item("stays"), item("goes")});
  const auto first = children();
  int last = first.at(1);
  for (int i = 0; i < 3000; ++i) {
    menu_.take({item("stays"), item("item " + std::to_string(i))});
    EXPECT_EQ(children().at(0), first.at(0));
    EXPECT_GT(children().at(1), last);
    EXPECT_NE(menu_.key_of(last), nullptr) << "a host may show it yet";
    last = children().at(1);
  }
  int remembered = 0;
  for (int number = NumberedMenu::root; number <= last; ++number) remembered += menu_.key_of(number) != nullptr ? 1 : 0;
  EXPECT_LT(remembered, 150);
}

}  // namespace
}  // namespace calmcalf
