// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/help.hpp"

#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/commands.hpp"

namespace calmcalf::cli {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

std::size_t longest_line(const std::string& text) {
  std::istringstream lines{text};
  std::size_t longest = 0;
  for (std::string line; std::getline(lines, line);) longest = std::max(longest, line.size());
  return longest;
}

TEST(Help, LaysACommandOut) {
  const Command command{.name = "put-off",
                        .about = "Puts a step off.",
                        .parameters = {{"STEP", Parameter::Count::one},
                                       {"FOR", Parameter::Count::at_most_one},
                                       {"MORE", Parameter::Count::at_least_one}},
                        .options = {{"--night", "DATE", "of that night"}, {"--all", "", "each of them"}},
                        .examples = {{"calmcalf put-off water", "the usual ten minutes"}}};
  const std::vector<Option> globals{{"--json", "", "for programs"}};
  EXPECT_EQ(help_for(command, globals),
            "Usage: calmcalf put-off [--night DATE] [--all] STEP [FOR] MORE...\n"
            "\n"
            "Puts a step off.\n"
            "\n"
            "Options:\n"
            "  --night DATE  of that night\n"
            "  --all         each of them\n"
            "\n"
            "Options of every command:\n"
            "  --json  for programs\n"
            "\n"
            "Examples:\n"
            "  calmcalf put-off water  the usual ten minutes\n");
}

TEST(Help, ListsTheCommands) {
  const std::vector<Command> table{{.name = "look", .summary = "look at it"},
                                   {.name = "put-off", .summary = "not now"}};
  const auto help = help_for_all(table, global_options());
  EXPECT_THAT(help, StartsWith("calmcalf - "));
  EXPECT_THAT(help, HasSubstr("\nCommands:\n  look     look at it\n  put-off  not now\n"));
  EXPECT_THAT(help, HasSubstr("\n  --schedule FILE  "));
}

TEST(Help, FitsIntoANarrowTerminal) {
  constexpr std::size_t widest = 90;
  EXPECT_LE(longest_line(help_for_all(commands(), global_options())), widest);
  for (const auto& command : commands()) EXPECT_LE(longest_line(help_for(command, global_options())), widest);
}

}  // namespace
}  // namespace calmcalf::cli
