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
                                                  {"cramp"},
                                                  {"no-cramp"},
                                                  {"pause"},
                                                  {"resume"},
                                                  {"later", "30m"},
                                                  {"watch"},
                                                  {"reload"},
                                                  {"bar"}}) {
    const auto ended = calmcalf(command);
    EXPECT_EQ(ended.status, 3) << command.front();
    EXPECT_EQ(ended.out, "") << command.front();
    EXPECT_THAT(ended.err, HasSubstr("calmcalf: there is no session bus here")) << command.front();
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
                                                  {"done", "water", "--night", "yesterday"}}) {
    const auto ended = calmcalf(command);
    EXPECT_EQ(ended.status, 2) << ended.err;
    EXPECT_THAT(ended.err, HasSubstr("See: calmcalf " + command.front() + " --help"));
  }
}

}  // namespace
}  // namespace calmcalf
