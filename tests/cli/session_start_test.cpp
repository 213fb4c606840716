// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/session_start.hpp"

#include <fstream>

#include <gmock/gmock.h>

#include "adapters/fresh_folder.hpp"

namespace calmcalf::cli {
namespace {

using testing::HasSubstr;
using Verdict = Finding::Verdict;

const SessionStart::Unit enabled{"loaded", "active", "enabled"};
const SessionStart::Unit disabled{"loaded", "inactive", "disabled"};
const AutostartFile switched_on{"/etc/xdg/autostart/calmcalf.desktop", true};
const AutostartFile switched_off{"/home/me/.config/autostart/calmcalf.desktop", false};

void expect(const SessionStart& start, Verdict verdict, const std::string& says, const std::string& remedy) {
  const auto finding = start.finding();
  EXPECT_EQ(finding.what, "unit");
  EXPECT_EQ(finding.verdict, verdict) << finding.says;
  EXPECT_EQ(finding.says, says);
  EXPECT_EQ(finding.remedy, remedy);
}

TEST(SessionStart, IsByAnEnabledUnitWhereTheSessionStartsUnits) {
  expect({.unit = enabled, .has_graphical_target = true}, Verdict::good, "active, enabled", "");
  expect({.unit = disabled, .has_graphical_target = true, .autostart = switched_on}, Verdict::limited,
         "inactive, disabled: it does not start with your session", "systemctl --user enable --now calmcalf");
}

TEST(SessionStart, IsByTheAutostartFileElsewhere) {
  expect({.unit = disabled, .autostart = switched_on}, Verdict::good,
         "inactive, disabled; the desktop's autostart starts it", "");
  expect({.autostart = switched_on}, Verdict::good,
         "there is no systemd for your session; the desktop's autostart starts it", "");
}

TEST(SessionStart, IsNotByAFileThatIsSwitchedOff) {
  expect({.unit = enabled, .autostart = switched_off}, Verdict::limited,
         "active, enabled; it is switched off in the desktop's autostart",
         "switch it on there, or remove /home/me/.config/autostart/calmcalf.desktop");
}

TEST(SessionStart, IsNotByAnEnabledUnitOfASessionThatStartsNone) {
  expect({.unit = enabled}, Verdict::limited,
         "active, enabled; nothing was found that starts it with a session like this",
         "have your session run this as it begins: calmcalf autostart");
}

TEST(SessionStart, IsHelpedByACopyOfTheFileThatCameWithTheProgram) {
  const FreshFolder folder;
  const auto installed = folder / AutostartFile::name;
  std::ofstream{installed} << "[Desktop Entry]\n";
  expect({.unit = enabled, .installed = installed}, Verdict::limited,
         "active, enabled; nothing was found that starts it with a session like this",
         "install -Dm644 -t ~/.config/autostart " + installed.string());
}

TEST(SessionStart, IsOffWhereTheUnitIsMasked) {
  expect({.unit = SessionStart::Unit{"masked", "inactive", "masked"}, .autostart = switched_on}, Verdict::limited,
         "it is masked, so nothing starts it", "systemctl --user unmask calmcalf");
}

TEST(SessionStart, WantsAUnitThatIsThere) {
  const auto finding = SessionStart{.unit = SessionStart::Unit{"not-found", "inactive", ""}}.finding();
  EXPECT_EQ(finding.verdict, Verdict::limited);
  EXPECT_THAT(finding.says, HasSubstr("not-found"));
  EXPECT_THAT(finding.remedy, HasSubstr("install Calmcalf"));
}

TEST(SessionStart, IsBadWhereTheUnitFailed) {
  const auto finding = SessionStart{.unit = SessionStart::Unit{"loaded", "failed", "enabled"}}.finding();
  EXPECT_EQ(finding.verdict, Verdict::bad);
  EXPECT_THAT(finding.remedy, HasSubstr("journalctl"));
}

TEST(SessionStart, NamesWhatStartsTheServiceNow) {
  EXPECT_EQ((SessionStart{.unit = disabled}.how_to_start()), "systemctl --user start calmcalf");
  EXPECT_EQ((SessionStart{.unit = SessionStart::Unit{"masked", "inactive", "masked"}}.how_to_start()),
            "systemctl --user unmask calmcalf && systemctl --user start calmcalf");
  EXPECT_EQ((SessionStart{.unit = SessionStart::Unit{"not-found", "inactive", ""}}.how_to_start()),
            "install Calmcalf, or start calmcalfd with your session");
  EXPECT_EQ(SessionStart{}.how_to_start(), "calmcalf autostart");
}

}  // namespace
}  // namespace calmcalf::cli
