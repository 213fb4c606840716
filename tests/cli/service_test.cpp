// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
//
// What the commands say that need the service where there is none. With one: tests/desktop/service_everywhere.py.
#include <gmock/gmock.h>

#include "cli/a_home.hpp"

namespace calmcalf {
namespace {

using testing::HasSubstr;

using WithoutService = AHome;

TEST_F(WithoutService, EveryCommandThatNeedsItSaysThatThereIsNoSession) {
  for (const std::vector<std::string>& command : {std::vector<std::string>{"status"},
                                                  {"next"},
                                                  {"done", "water"},
                                                  {"skip", "water"},
                                                  {"snooze", "water"},
                                                  {"undo"},
                                                  {"start", "water"},
                                                  {"stop"},
                                                  {"no-cramp"},
                                                  {"amend", "--woke"},
                                                  {"remove-cramp"},
                                                  {"pause"},
                                                  {"resume"},
                                                  {"later", "30m"},
                                                  {"later", "1h", "30m"},
                                                  {"snooze", "water", "1h", "30m"},
                                                  {"watch"},
                                                  {"reload"},
                                                  {"bar"},
                                                  {"launch"},
                                                  {"launch", "cramp"},
                                                  {"autostart"}}) {
    const auto ended = calmcalf(command);
    EXPECT_EQ(ended.status, 3) << command.front();
    EXPECT_EQ(ended.out, "") << command.front();
    EXPECT_THAT(ended.err, HasSubstr("calmcalf: there is no session bus here")) << command.front();
  }
}

TEST_F(WithoutService, ACrampStillGetsItsRelief) {
  const auto cramp = calmcalf({"cramp"});
  EXPECT_EQ(cramp.status, 3);
  EXPECT_THAT(cramp.out, HasSubstr("Pull your toes"));
  EXPECT_THAT(cramp.err, HasSubstr("calmcalf: the cramp may be missing from the diary: there is no session bus here"));
  for (const std::vector<std::string>& command :
       {std::vector<std::string>{"cramp", "--json"}, {"cramp", "--at", "03:10"}, {"cramp", "--popups"}}) {
    const auto ended = calmcalf(command);
    EXPECT_EQ(ended.status, 3);
    EXPECT_EQ(ended.out, "");
  }
}

TEST_F(WithoutService, WhatIsNotUnderstoodIsSaidFirst) {
  for (const std::vector<std::string>& command : {std::vector<std::string>{"done"},
                                                  {"snooze", "water", "soon"},
                                                  {"snooze", "water", "0m"},
                                                  {"later", "45"},
                                                  {"pause", "--until", "never"},
                                                  {"cramp", "--side", "up"},
                                                  {"cramp", "--severity", "11"},
                                                  {"cramp", "--trigger", "moon"},
                                                  {"cramp", "--at", "24:00"},
                                                  {"cramp", "--minutes", "-1"},
                                                  {"cramp", "--minutes", "1441"},
                                                  {"cramp", "--muscle", "neck"},
                                                  {"cramp", "--relief", "prayer"},
                                                  {"cramp", "--relief", "walk", "--relief", "prayer"},
                                                  {"cramp", "--night", "yesterday"},
                                                  {"amend"},
                                                  {"amend", "--night", "2026-11-23", "--number", "1"},
                                                  {"amend", "--woke", "--not-woke"},
                                                  {"amend", "--severity", "11"},
                                                  {"amend", "--at", "24:00"},
                                                  {"amend", "--side", "left", "--number", "0"},
                                                  {"amend", "--side", "left", "--night", "yesterday"},
                                                  {"launch", "dance"},
                                                  {"launch", "cramp", "pause"},
                                                  {"autostart", "now"},
                                                  {"remove-cramp", "--number", "first"},
                                                  {"remove-cramp", "--night", "yesterday"},
                                                  {"done", "water", "--night", "yesterday"}}) {
    const auto ended = calmcalf(command);
    EXPECT_EQ(ended.status, 2) << ended.err;
    EXPECT_THAT(ended.err, HasSubstr("See: calmcalf " + command.front() + " --help"));
  }
}

TEST_F(WithoutService, WhatCanBeSaidOfACrampIsListed) {
  EXPECT_THAT(calmcalf({"cramp", "--relief", "prayer"}).err,
              HasSubstr("--relief is one of stretch, massage, walk, warmth, raise, painkiller, other, not \"prayer\""));
  EXPECT_THAT(calmcalf({"amend"}).err, HasSubstr("nothing is said of the cramp, such as --side left"));
  EXPECT_THAT(calmcalf({"amend", "--woke", "--not-woke"}).err, HasSubstr("--woke and --not-woke cannot both be so"));
}

}  // namespace
}  // namespace calmcalf
