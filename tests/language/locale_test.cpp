// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "language/locale.hpp"

#include <cstdio>

#include <gtest/gtest.h>

#include "language/a_locale.hpp"
#include "language/tr.hpp"

namespace calmcalf {
namespace {

TEST(TheLocale, LeavesNumbersAlone) {
  const ALocale locale{"de_DE.UTF-8"};
  EXPECT_EQ(std::stod("1.5"), 1.5);
  EXPECT_EQ(fmt::format("{}", 1.5), "1.5");
}

TEST(TheLocale, ThatIsNotInstalledMeansEnglish) {
  const ALocale locale{"tlh_QO.UTF-8"};
  EXPECT_EQ(tr("Bed at {}.", "22:30"), "Bed at 22:30.");
}

TEST(TheLocale, IsOverruledByLanguage) {
  ::setenv("LANGUAGE", "de", 1);
  const ALocale locale{"en_US.UTF-8"};
  EXPECT_EQ(tr("Bed at {}.", "22:30"), "Um 22:30 ins Bett.");
  ::unsetenv("LANGUAGE");
}

}  // namespace
}  // namespace calmcalf
