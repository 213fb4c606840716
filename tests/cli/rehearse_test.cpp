// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/a_home.hpp"

namespace calmcalf {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

/// A `calmcalf` that was installed alone, and beside it, or in PATH, a service that only tells what it was asked.
class Rehearse : public AHome {
 protected:
  Rehearse() {
    std::filesystem::create_directories(home_ / "prefix/bin");
    std::error_code other_disk;
    std::filesystem::create_hard_link(CALMCALF, home_ / program, other_disk);
    if (other_disk) std::filesystem::copy_file(CALMCALF, home_ / program);
  }

  void install_service(const std::string& folder) const {
    const auto name = write(folder + "/calmcalfd", "#!/bin/sh\necho \"" + folder + ":\" \"$@\"\nexit 7\n");
    std::filesystem::permissions(home_ / name, std::filesystem::perms::owner_all);
  }

  [[nodiscard]] FinishedProgram rehearse(std::vector<std::string> arguments) const {
    auto run = run_of(std::move(arguments));
    run.program = home_ / program;
    run.environment["PATH"] = (home_ / "on-the-path").string();
    return finish(run);
  }

  static constexpr const char* program = "prefix/bin/calmcalf";
};

TEST_F(Rehearse, BecomesTheServiceBesideIt) {
  install_service("prefix/bin");
  install_service("on-the-path");
  const auto rehearsal = rehearse({"rehearse"});
  EXPECT_EQ(rehearsal.status, 7);
  EXPECT_EQ(rehearsal.out, "prefix/bin: --rehearse\n");
}

TEST_F(Rehearse, FindsTheServiceWhereABuildPutsIt) {
  install_service("prefix/daemon");
  EXPECT_EQ(rehearse({"rehearse"}).out, "prefix/daemon: --rehearse\n");
}

TEST_F(Rehearse, FindsTheServiceInThePath) {
  install_service("on-the-path");
  EXPECT_EQ(rehearse({"rehearse"}).out, "on-the-path: --rehearse\n");
}

TEST_F(Rehearse, PassesOnWhatItWasTold) {
  install_service("prefix/bin");
  const auto rehearsal =
      rehearse({"--json", "rehearse", "--speed", "60", "--from=20:15", "--schedule", "a b.toml", "--history", "h.db"});
  EXPECT_EQ(rehearsal.out,
            "prefix/bin: --rehearse --from 20:15 --speed 60 --schedule a b.toml --history h.db --json\n");
  EXPECT_EQ(rehearse({"rehearse", "--from", "2026-11-23T20:15:30"}).out,
            "prefix/bin: --rehearse --from 2026-11-23T20:15:30\n");
}

TEST_F(Rehearse, SaysThatTheServiceIsNotInstalled) {
  const auto rehearsal = rehearse({"rehearse"});
  EXPECT_EQ(rehearsal.status, 3);
  EXPECT_THAT(rehearsal.err, StartsWith("calmcalf: calmcalfd cannot be started: "));
  EXPECT_THAT(rehearsal.out, IsEmpty());
}

class RehearsalOfNonsense : public Rehearse, public testing::WithParamInterface<std::vector<std::string>> {};

TEST_P(RehearsalOfNonsense, NeverReachesTheService) {
  install_service("prefix/bin");
  auto arguments = GetParam();
  arguments.insert(arguments.begin(), "rehearse");
  const auto rehearsal = rehearse(arguments);
  EXPECT_EQ(rehearsal.status, 2);
  EXPECT_THAT(rehearsal.err, StartsWith("calmcalf: " + GetParam().front() + " wants "));
  EXPECT_THAT(rehearsal.err, HasSubstr("See: calmcalf rehearse --help"));
}

INSTANTIATE_TEST_SUITE_P(
    All, RehearsalOfNonsense,
    testing::Values(std::vector<std::string>{"--from", "25:00"}, std::vector<std::string>{"--from", "tonight"},
                    std::vector<std::string>{"--from", "2026-11-23"}, std::vector<std::string>{"--speed", "0"},
                    std::vector<std::string>{"--speed", "86401"}, std::vector<std::string>{"--speed", "fast"}));

}  // namespace
}  // namespace calmcalf
