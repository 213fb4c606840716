// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "language/numbers.hpp"

#include <string>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "language/a_locale.hpp"

namespace calmcalf {
namespace {

TEST(Numbers, HaveAPointWithoutALocale) {
  EXPECT_EQ(decimal(7, 1), "7.0");
  EXPECT_EQ(decimal(-0.0249, 3), "-0.025");
  EXPECT_EQ(decimal(7.4, 0), "7");
  EXPECT_EQ(signed_decimal(2.5, 1), "+2.5");
  EXPECT_EQ(signed_decimal(-30, 0), "-30");
}

TEST(Numbers, HaveTheLocalesSign) {
  EXPECT_EQ((ALocale{"de_DE.UTF-8"}, decimal(7.25, 2)), "7,25");
  EXPECT_EQ((ALocale{"de_DE.UTF-8"}, signed_decimal(-2.5, 1)), "-2,5");
  EXPECT_EQ((ALocale{"en_US.UTF-8"}, decimal(7.25, 2)), "7.25");
  EXPECT_EQ(decimal(7.25, 2), "7.25") << "English again";
}

TEST(Numbers, GoByTheLocaleOfNumbersAlone) {
  const ALocale locale{"fr_FR.UTF-8", "LC_NUMERIC"};
  EXPECT_EQ(decimal(1.5, 1), "1,5");
  EXPECT_EQ(fmt::format("{:.1f} {}", 1.5, std::stod("1.5")), "1.5 1.5") << "files are read and written with a point";
}

TEST(Numbers, HaveAPointWhereTheLocaleIsNotInstalled) {
  EXPECT_EQ((ALocale{"tlh_QO.UTF-8"}, decimal(1.5, 1)), "1.5");
}

}  // namespace
}  // namespace calmcalf
