// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/xdg/environment.hpp"

#include <cstdlib>

#include <gtest/gtest.h>

namespace calmcalf {
namespace {

TEST(Environment, FindsWhatIsSet) {
  EXPECT_EQ((Environment{{{"LANG", "de_DE.UTF-8"}}}).find("LANG"), "de_DE.UTF-8");
}

TEST(Environment, TakesAnEmptyVariableForNone) {
  const Environment environment{{{"NO_COLOR", ""}}};
  EXPECT_EQ(environment.find("NO_COLOR"), std::nullopt);
  EXPECT_EQ(environment.find("LANG"), std::nullopt);
}

TEST(Environment, OfThisProcessHasItsVariables) {
  ASSERT_EQ(::setenv("CALMCALF_TEST_VARIABLE", "one=two", 1), 0);
  EXPECT_EQ(Environment::of_this_process().find("CALMCALF_TEST_VARIABLE"), "one=two");
  ASSERT_EQ(::unsetenv("CALMCALF_TEST_VARIABLE"), 0);
  EXPECT_EQ(Environment::of_this_process().find("CALMCALF_TEST_VARIABLE"), std::nullopt);
}

TEST(Environment, OfThisProcessHasAHomeEvenWhereNoneIsSet) {
  const std::string home = Environment::of_this_process().find("HOME").value_or("");
  ASSERT_EQ(::unsetenv("HOME"), 0);
  const auto found = Environment::of_this_process().find("HOME");
  if (!home.empty()) {
    ASSERT_EQ(::setenv("HOME", home.c_str(), 1), 0);
  }
  ASSERT_TRUE(found.has_value());
  EXPECT_EQ(found->front(), '/');
}

}  // namespace
}  // namespace calmcalf
