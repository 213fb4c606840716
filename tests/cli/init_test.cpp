// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/a_home.hpp"

namespace calmcalf {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

class Init : public AHome {
 protected:
  [[nodiscard]] std::string starter() const { return content_of(STARTER_SCHEDULE); }

  [[nodiscard]] unsigned mode_of(const std::string& name) const {
    struct stat status{};
    EXPECT_EQ(::stat((home_ / name).c_str(), &status), 0);
    return status.st_mode & 0777U;
  }

  [[nodiscard]] std::vector<std::string> names_in(const std::string& folder) const {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator{home_ / folder})
      names.push_back(entry.path().filename().string());
    return names;
  }
};

TEST_F(Init, WritesTheStarterScheduleAndSaysWhatComesNext) {
  const auto init = calmcalf({"init"});
  EXPECT_EQ(init.status, 0);
  EXPECT_THAT(init.out, StartsWith("Wrote " + (home_ / own_schedule).string() + "\n"));
  EXPECT_THAT(init.out, HasSubstr("calmcalf check"));
  EXPECT_THAT(init.err, IsEmpty());
  ASSERT_FALSE(starter().empty());
  EXPECT_EQ(content_of(own_schedule), starter());
  EXPECT_THAT(names_in(".config/calmcalf"), testing::ElementsAre("routine.toml"));
}

TEST_F(Init, WritesAScheduleThatIsThenInForce) {
  ASSERT_EQ(calmcalf({"init"}).status, 0);
  const auto check = calmcalf({"check"});
  EXPECT_EQ(check.status, 0);
  EXPECT_THAT(check.out, HasSubstr((home_ / own_schedule).string()));
}

TEST_F(Init, MakesFoldersForTheirOwnerAloneAndAFileThatOthersMayRead) {
  ASSERT_EQ(calmcalf({"init"}).status, 0);
  EXPECT_EQ(mode_of(".config"), 0700U);
  EXPECT_EQ(mode_of(".config/calmcalf"), 0700U);
  EXPECT_EQ(mode_of(own_schedule), 0644U);
}

TEST_F(Init, NeverTouchesAScheduleThatIsThere) {
  write(own_schedule, "mine\n");
  const auto init = calmcalf({"init"});
  EXPECT_EQ(init.status, 1);
  EXPECT_THAT(init.out, StartsWith((home_ / own_schedule).string() + " is there already; nothing was changed."));
  EXPECT_EQ(content_of(own_schedule), "mine\n");
  EXPECT_THAT(names_in(".config/calmcalf"), testing::ElementsAre("routine.toml"));
}

TEST_F(Init, LeavesABrokenLinkAsItIs) {
  std::filesystem::create_directories((home_ / own_schedule).parent_path());
  std::filesystem::create_symlink("dotfiles/routine.toml", home_ / own_schedule);
  EXPECT_EQ(calmcalf({"init"}).status, 1);
  EXPECT_TRUE(std::filesystem::is_symlink(home_ / own_schedule));
}

TEST_F(Init, WritesToTheFileThatIsNamed) {
  const auto init = calmcalf({"init", "--schedule", "new/trial.toml"});
  EXPECT_EQ(init.status, 0);
  EXPECT_EQ(content_of("new/trial.toml"), starter());
  EXPECT_FALSE(std::filesystem::exists(home_ / own_schedule));
}

TEST_F(Init, TellsProgramsWhereItIsAndWhetherItIsNew) {
  const auto file = (home_ / own_schedule).string();
  EXPECT_EQ(calmcalf({"init", "--json"}).out, Json({{"file", file}, {"created", true}}).dump() + "\n");
  const auto again = calmcalf({"init", "--json"});
  EXPECT_EQ(again.status, 1);
  EXPECT_EQ(again.out, Json({{"file", file}, {"created", false}}).dump() + "\n");
}

TEST_F(Init, SaysWhyItCannotWrite) {
  write("file", "");
  const auto init = calmcalf({"init", "--schedule", "file/routine.toml"});
  EXPECT_EQ(init.status, 1);
  EXPECT_THAT(init.err, HasSubstr("file/routine.toml: the schedule cannot be written: "));
  EXPECT_THAT(init.out, IsEmpty());
}

TEST_F(Init, SaysThatItMayNotWrite) {
  if (::geteuid() == 0) GTEST_SKIP() << "root may write everywhere";
  std::filesystem::create_directory(home_ / "closed");
  std::filesystem::permissions(home_ / "closed", std::filesystem::perms::owner_read);
  const auto init = calmcalf({"init", "--schedule", "closed/routine.toml"});
  std::filesystem::permissions(home_ / "closed", std::filesystem::perms::owner_all);
  EXPECT_EQ(init.status, 1);
  EXPECT_THAT(init.err, HasSubstr("Permission denied"));
}

}  // namespace
}  // namespace calmcalf
