// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "language/tr.hpp"

#include <gtest/gtest.h>

#include "language/a_locale.hpp"

namespace calmcalf {
namespace {

constexpr const char* german = "de_DE.UTF-8";

TEST(Tr, IsEnglishWithoutALocale) {
  EXPECT_EQ(tr("Bed at {}.", "22:30"), "Bed at 22:30.");
  EXPECT_EQ(tr_plural("{} step is waiting", "{} steps are waiting", 1), "1 step is waiting");
  EXPECT_EQ(tr_plural("{} step is waiting", "{} steps are waiting", 0), "0 steps are waiting");
  EXPECT_EQ(tr_context("a button", "Open"), "Open");
  EXPECT_EQ(tr(""), "");
}

TEST(Tr, IsInTheLanguageOfTheLocale) {
  const ALocale locale{german};
  EXPECT_EQ(tr("Bed at {}.", "22:30"), "Um 22:30 ins Bett.");
  EXPECT_EQ(tr_plural("{} step is waiting", "{} steps are waiting", 1), "1 Schritt wartet");
  EXPECT_EQ(tr_plural("{} step is waiting", "{} steps are waiting", 5), "5 Schritte warten");
}

TEST(Tr, TellsTheMeaningsOfAWordApart) {
  const ALocale locale{german};
  EXPECT_EQ(tr_context("a button", "Open"), "Öffnen");
  EXPECT_EQ(tr_context("not answered", "Open"), "Offen");
  EXPECT_EQ(tr_context("a third", "Open"), "Open");
}

TEST(Tr, LetsATranslationChangeTheOrder) {
  const ALocale locale{german};
  EXPECT_EQ(tr("{} before {}", "water", "bed"), "vor bed: water");
}

TEST(Tr, StaysEnglishWhereNothingIsTranslated) {
  const ALocale locale{german};
  EXPECT_EQ(tr("Nobody has translated {}", "this"), "Nobody has translated this");
  EXPECT_EQ(tr(""), "");
}

TEST(Tr, StaysEnglishWhereATranslationDoesNotTakeTheValues) {
  const ALocale locale{german};
  EXPECT_EQ(tr("A value goes in here: {}", 7), "A value goes in here: 7");
}

TEST(Tr, LeavesABraceOfTheUsersAlone) {
  EXPECT_EQ(tr("Bed at {}.", "{}"), "Bed at {}.");
  EXPECT_EQ(tr(std::string{"their own {title}"}), "their own {title}");
}

}  // namespace
}  // namespace calmcalf
