// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/bar_module.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "cli/told_samples.hpp"

namespace calmcalf::cli {
namespace {

TEST(BarModule, ShowsWhatIsDueAndTheWholeEveningInItsTooltip) {
  const auto module = bar_module(told_evening());
  EXPECT_EQ(module.at("text"), "A banana");
  EXPECT_EQ(module.at("alt"), "due");
  EXPECT_EQ(module.at("class"), "due");
  EXPECT_EQ(module.at("tooltip"),
            "Bed at 22:30\n20:30  A glass of water: done\n21:30  A banana: due\n22:15  Stretch your calves: waiting");
}

TEST(BarModule, ShowsTheTimeOfWhatComesNext) {
  auto evening = told_evening();
  evening["steps"][1]["state"] = "done";
  evening["mood"] = "waiting";
  EXPECT_EQ(bar_module(evening).at("text"), "22:15");
  evening["mood"] = "resting";
  EXPECT_EQ(bar_module(evening).at("text"), "") << "tomorrow's is no news";
}

TEST(BarModule, WritesTextsAsMarkup) {
  auto evening = told_evening();
  evening["steps"][1]["title"] = "Tea & <honey>";
  EXPECT_EQ(bar_module(evening).at("text"), "Tea &amp; &lt;honey&gt;");
  EXPECT_NE(bar_module(evening).at("tooltip").get<std::string>().find("Tea &amp; &lt;honey&gt;: due"),
            std::string::npos);
}

TEST(BarModule, SaysWhereTheScheduleIsWrong) {
  auto evening = told_evening();
  evening["mood"] = "problem";
  evening["problems"] = {{{"file", "routine.toml"},
                          {"line", 5},
                          {"column", 1},
                          {"key", ""},
                          {"message", "is wrong"},
                          {"severity", "error"}}};
  EXPECT_NE(bar_module(evening).at("tooltip").get<std::string>().find("\nroutine.toml:5: is wrong"), std::string::npos);
}

}  // namespace
}  // namespace calmcalf::cli
