// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/a_home.hpp"

namespace calmcalf {
namespace {

using testing::ContainsRegex;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::MatchesRegex;
using testing::StartsWith;

class Program : public AHome {};

TEST_F(Program, TeachesItsCommands) {
  const auto help = calmcalf({"--help"});
  EXPECT_EQ(help.status, 0);
  EXPECT_THAT(help.err, IsEmpty());
  for (const char* command : {"init", "check", "preview", "rehearse", "history", "simulate"})
    EXPECT_THAT(help.out, ContainsRegex("\n  " + std::string{command} + " +[a-z]"));
}

TEST_F(Program, TeachesEachCommandWithExamples) {
  for (const char* command : {"init", "check", "preview", "rehearse", "history", "simulate"}) {
    const auto help = calmcalf({command, "--help"});
    EXPECT_EQ(help.status, 0) << command;
    EXPECT_THAT(help.out, StartsWith("Usage: calmcalf " + std::string{command}));
    EXPECT_THAT(help.out, HasSubstr("\nExamples:\n  calmcalf " + std::string{command}));
    EXPECT_EQ(calmcalf({"--help", command}).out, help.out);
    EXPECT_EQ(calmcalf({command, "-h"}).out, help.out);
  }
}

TEST_F(Program, KnowsItsVersion) {
  const auto version = calmcalf({"--version"});
  EXPECT_EQ(version.status, 0);
  EXPECT_THAT(version.out, MatchesRegex("calmcalf [0-9]+\\.[0-9]+\\.[0-9]+\n"));
  EXPECT_EQ(calmcalf({"preview", "--version"}).out, version.out);
}

TEST_F(Program, AsksForACommand) {
  const auto nothing = calmcalf({});
  EXPECT_EQ(nothing.status, 2);
  EXPECT_THAT(nothing.out, IsEmpty());
  EXPECT_THAT(nothing.err, MatchesRegex("calmcalf: name a command: .*\nSee: calmcalf --help\n"));
}

TEST_F(Program, NamesTheNearestCommandFirst) {
  const auto unknown = calmcalf({"histroy"});
  EXPECT_EQ(unknown.status, 2);
  EXPECT_THAT(unknown.err, StartsWith("calmcalf: there is no command \"histroy\"; there are history, status, "));
  EXPECT_THAT(unknown.err, HasSubstr("\nSee: calmcalf --help\n"));
}

TEST_F(Program, SaysThatTheDiskIsFull) {
  for (const char* command : {"check", "preview", "history", "--help"}) {
    const auto full = calmcalf_to(Out::full_disk, {command});
    EXPECT_EQ(full.status, 1) << command;
    EXPECT_EQ(full.err, "calmcalf: not everything could be printed: No space left on device\n") << command;
  }
  EXPECT_EQ(calmcalf_to(Out::full_disk, {"preview", "--json", "--nights", "3652"}).status, 1);
}

TEST_F(Program, SaysThatThereIsNoStandardOutputAndWritesIntoNoOtherFile) {
  const auto closed = calmcalf_to(Out::closed, {"init", "--schedule", "a.toml"});
  EXPECT_EQ(closed.status, 1);
  EXPECT_EQ(closed.err, "calmcalf: not everything could be printed: Bad file descriptor\n");
  EXPECT_EQ(content_of("a.toml"), content_of(STARTER_SCHEDULE));
}

TEST_F(Program, EndsWithoutAWordWhereNobodyReadsOn) {
  for (const std::vector<std::string>& arguments :
       {std::vector<std::string>{"preview"}, {"preview", "--json", "--nights", "3652"}, {"--help"}}) {
    const auto unread = calmcalf_to(Out::nobody_reads, arguments);
    EXPECT_THAT(unread.err, IsEmpty());
    EXPECT_NE(unread.status, 0);
  }
}

TEST_F(Program, IsInColourOnATerminalAlone) {
  EXPECT_THAT(calmcalf_to(Out::terminal, {"preview"}).out, HasSubstr("\033[1m"));
  EXPECT_THAT(calmcalf_to(Out::terminal, {"preview", "--json"}).out, testing::Not(HasSubstr("\033")));
  EXPECT_THAT(calmcalf({"preview"}).out, testing::Not(HasSubstr("\033")));
}

}  // namespace
}  // namespace calmcalf
