// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/command_line.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/commands.hpp"
#include "cli/failure.hpp"

namespace calmcalf::cli {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class CommandLine : public testing::Test {
 protected:
  [[nodiscard]] Invocation read(const std::vector<std::string>& arguments) const {
    return read_command_line(arguments, table_, globals_);
  }

  [[nodiscard]] std::string complaint_about(const std::vector<std::string>& arguments) const {
    try {
      (void)read(arguments);
    } catch (const UsageError& error) {
      return error.what() + std::string{" ["} + error.command() + ']';
    }
    return "none";
  }

  std::vector<Option> globals_{{"--file", "FILE", ""}, {"--json", "", ""}, {"--help", "", ""}, {"--version", "", ""}};
  std::vector<Command> table_{
      {.name = "look", .options = {{"--from", "DATE", ""}, {"--all", "", ""}}},
      {.name = "open", .parameters = {{"FILE", Parameter::Count::at_most_one}}},
      {.name = "play", .parameters = {{"STORY", Parameter::Count::one}}},
      {.name = "put-off", .parameters = {{"STEP", Parameter::Count::one}, {"FOR", Parameter::Count::at_most_one}}},
      {.name = "tick", .parameters = {{"STEP", Parameter::Count::at_least_one}}},
  };
};

TEST_F(CommandLine, NamesACommandItsWordsAndItsOptions) {
  const auto look = read({"look", "--from", "2026-11-23", "--all"});
  EXPECT_EQ(look.command()->name, "look");
  EXPECT_EQ(look.value("--from"), "2026-11-23");
  EXPECT_TRUE(look.has("--all"));
  EXPECT_THAT(look.words(), IsEmpty());
  EXPECT_THAT(read({"tick", "a", "b", "c"}).words(), ElementsAre("a", "b", "c"));
  EXPECT_EQ(read({"look"}).value("--from"), std::nullopt);
}

TEST_F(CommandLine, TakesGlobalOptionsBeforeAndAfterTheCommand) {
  for (const auto& arguments : {std::vector<std::string>{"--json", "--file", "a", "open", "b"},
                                {"open", "--json", "--file", "a", "b"},
                                {"open", "b", "--file=a", "--json"},
                                {"--json", "open", "b", "--file", "a"}}) {
    const auto open = read(arguments);
    EXPECT_TRUE(open.wants_json());
    EXPECT_EQ(open.value("--file"), "a");
    EXPECT_THAT(open.words(), ElementsAre("b"));
  }
}

TEST_F(CommandLine, LetsTheLastOfSeveralCount) {
  EXPECT_EQ(read({"look", "--from", "a", "--from", "b"}).value("--from"), "b");
  EXPECT_EQ(read({"--file", "a", "look", "--file", "b"}).value("--file"), "b");
}

TEST_F(CommandLine, TakesAnythingForAValue) {
  EXPECT_EQ(read({"look", "--from", "-5"}).value("--from"), "-5");
  EXPECT_EQ(read({"look", "--from", "--all"}).value("--from"), "--all");
  EXPECT_EQ(read({"look", "--from=a=b"}).value("--from"), "a=b");
  EXPECT_EQ(read({"look", "--from", "[a,b]"}).value("--from"), "[a,b]");
}

TEST_F(CommandLine, TakesWordsAsTheyAre) {
  EXPECT_THAT(read({"open", "-"}).words(), ElementsAre("-"));
  EXPECT_THAT(read({"open", "[a]"}).words(), ElementsAre("[a]"));
  EXPECT_THAT(read({"open", "look"}).words(), ElementsAre("look"));
  EXPECT_THAT(read({"open", "a b"}).words(), ElementsAre("a b"));
}

TEST_F(CommandLine, TakesEverythingAfterTwoDashesForAWord) {
  EXPECT_THAT(read({"open", "--", "--json"}).words(), ElementsAre("--json"));
  EXPECT_FALSE(read({"open", "--", "--json"}).wants_json());
  EXPECT_THAT(read({"tick", "a", "--", "-b", "--"}).words(), ElementsAre("a", "-b", "--"));
}

TEST_F(CommandLine, NeedsNoWordsToExplainACommand) {
  EXPECT_TRUE(read({"play", "--help"}).has("--help"));
  EXPECT_TRUE(read({"play", "-h"}).has("--help"));
  EXPECT_TRUE(read({"--help", "play"}).has("--help"));
  EXPECT_EQ(read({"--help"}).command(), nullptr);
  EXPECT_EQ(read({"--version"}).command(), nullptr);
}

TEST_F(CommandLine, CountsTheWords) {
  EXPECT_EQ(complaint_about({"open", "a", "b"}), "open has no use for \"b\" [open]");
  EXPECT_EQ(complaint_about({"look", "a"}), "look has no use for \"a\" [look]");
  EXPECT_EQ(complaint_about({"play"}), "play needs a STORY [play]");
  EXPECT_EQ(complaint_about({"tick"}), "tick needs a STEP [tick]");
  EXPECT_EQ(complaint_about({"put-off"}), "put-off needs a STEP [put-off]");
  EXPECT_EQ(complaint_about({"put-off", "a", "10m", "c"}), "put-off has no use for \"c\" [put-off]");
  EXPECT_EQ(complaint_about({"put-off", "a", "10m"}), "none");
  EXPECT_EQ(complaint_about({"open", ""}), "a word after open is empty [open]");
}

TEST_F(CommandLine, NeedsACommand) {
  EXPECT_EQ(complaint_about({}), "name a command: look, open, play, put-off, tick []");
  EXPECT_EQ(complaint_about({"--json"}), "name a command: look, open, play, put-off, tick []");
}

TEST_F(CommandLine, SaysWhichCommandsThereAreTheNearestFirst) {
  EXPECT_EQ(complaint_about({"paly"}), "there is no command \"paly\"; there are play, look, open, put-off, tick []");
  EXPECT_EQ(complaint_about({"xyzzy"}), "there is no command \"xyzzy\"; there are look, open, play, put-off, tick []");
  EXPECT_EQ(complaint_about({"loo"}), "there is no command \"loo\"; there are look, open, play, put-off, tick []");
  EXPECT_EQ(complaint_about({""}), "there is no command \"\"; there are look, open, play, put-off, tick []");
}

TEST_F(CommandLine, SaysWhichOptionsThereAre) {
  EXPECT_EQ(complaint_about({"look", "--form", "a"}), "look has no option --form; did you mean --from? [look]");
  EXPECT_EQ(complaint_about({"look", "--form=a"}), "look has no option --form; did you mean --from? [look]");
  EXPECT_EQ(complaint_about({"open", "-x"}), "open has no option -x; it has --file, --json, --help, --version [open]");
  EXPECT_EQ(complaint_about({"open", "--jso"}), "open has no option --jso; did you mean --json? [open]");
}

TEST_F(CommandLine, WantsOnlyGlobalOptionsBeforeTheCommand) {
  EXPECT_EQ(complaint_about({"--from", "a", "look"}), "there is no option --from before the command []");
  EXPECT_EQ(complaint_about({"a", "open"}), "write \"a\" after the command []");
}

TEST_F(CommandLine, WantsValuesWhereTheyBelong) {
  EXPECT_EQ(complaint_about({"look", "--from"}), "--from needs a value []");
  EXPECT_EQ(complaint_about({"look", "--from="}), "--from needs a value []");
  EXPECT_EQ(complaint_about({"look", "--from", ""}), "--from needs a value []");
  EXPECT_EQ(complaint_about({"--file"}), "--file needs a value []");
  EXPECT_EQ(complaint_about({"look", "--json=yes"}), "--json takes no value []");
  EXPECT_EQ(complaint_about({"--json=true", "look"}), "--json takes no value []");
}

TEST(Commands, AreNamedOnceAndAllExplained) {
  std::vector<std::string_view> names;
  for (const auto& command : commands()) {
    EXPECT_EQ(std::ranges::count(names, command.name), 0) << command.name;
    names.push_back(command.name);
    EXPECT_FALSE(command.summary.empty()) << command.name;
    EXPECT_FALSE(command.about.empty()) << command.name;
    EXPECT_FALSE(command.examples.empty()) << command.name;
    EXPECT_NE(command.run, nullptr) << command.name;
  }
  EXPECT_FALSE(names.empty());
}

}  // namespace
}  // namespace calmcalf::cli
