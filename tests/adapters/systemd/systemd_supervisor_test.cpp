// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/systemd/systemd_supervisor.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "adapters/systemd/listening_supervisor.hpp"

namespace calmcalf {
namespace {

using testing::MatchesRegex;
using testing::Optional;

class SystemdSupervisorTest : public testing::Test {
 protected:
  ListeningSupervisor systemd_;
  SystemdSupervisor supervisor_;
};

TEST_F(SystemdSupervisorTest, TellsThatTheServiceIsReady) {
  supervisor_.ready();
  EXPECT_EQ(systemd_.heard(), "READY=1");
}

TEST_F(SystemdSupervisorTest, TellsWhatTheServiceWaitsFor) {
  supervisor_.status("Next: Water at 20:30");
  EXPECT_EQ(systemd_.heard(), "STATUS=Next: Water at 20:30");
}

TEST_F(SystemdSupervisorTest, LetsNoStatusPassForAnotherMessage) {
  supervisor_.status("wrong here\nSTOPPING=1");
  EXPECT_EQ(systemd_.heard(), "STATUS=wrong here STOPPING=1");
}

TEST_F(SystemdSupervisorTest, TellsWhenAReloadBeganAndThatItIsOver) {
  supervisor_.reloading();
  supervisor_.ready();
  EXPECT_THAT(systemd_.heard(), Optional(MatchesRegex("RELOADING=1\nMONOTONIC_USEC=[0-9]+")));
  EXPECT_EQ(systemd_.heard(), "READY=1");
}

TEST_F(SystemdSupervisorTest, TellsThatTheServiceStops) {
  supervisor_.stopping();
  EXPECT_EQ(systemd_.heard(), "STOPPING=1");
}

TEST_F(SystemdSupervisorTest, SaysNothingWhereNobodyListens) {
  const EnvironmentVariable without{"NOTIFY_SOCKET", std::nullopt};
  supervisor_.ready();
  EXPECT_EQ(systemd_.heard(), std::nullopt);
}

}  // namespace
}  // namespace calmcalf
