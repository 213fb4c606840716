// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/toml/routine_file.hpp"

#include <cerrno>
#include <cstdint>
#include <cstdlib>
#include <iterator>
#include <system_error>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "adapters/fresh_folder.hpp"
#include "adapters/toml/reader.hpp"

namespace calmcalf {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr std::string_view usable = "[bedtime]\ntime = 22:30:00\n[[step]]\nuse = \"water\"\n";
constexpr std::string_view with_a_mistake = "[bedtime]\ntime = \"22:30\"\n[[step]]\nuse = \"water\"\n";

/// The one mistake of a file that cannot be read at all.
std::string why_unreadable(const fs::path& path) {
  const Reading reading = RoutineFile{path, knows_berlin}.read();
  EXPECT_EQ(reading.routine, nullptr);
  EXPECT_EQ(reading.mistakes.size(), 1U);
  EXPECT_TRUE(has_errors(reading.mistakes));
  const std::string text = to_text(reading.mistakes.at(0));
  EXPECT_THAT(text, testing::StartsWith(path.string() + ":1:1: "));
  return text;
}

TEST(RoutineFile, ReadsAScheduleAndNamesTheFileInItsMistakes) {
  const FreshFolder folder;
  write(folder / "routine.toml", usable);
  RoutineFile file{folder / "routine.toml", knows_berlin};
  ASSERT_NE(file.read().routine, nullptr);
  write(folder / "routine.toml", with_a_mistake);
  const Reading reading = file.read();
  EXPECT_EQ(reading.routine, nullptr);
  ASSERT_EQ(reading.mistakes.size(), 1U);
  EXPECT_EQ(to_text(reading.mistakes[0]),
            (folder / "routine.toml").string() + ":2:8: bedtime.time: is text, write 22:30:00, without quotes");
}

TEST(RoutineFile, ThatIsMissingSaysHowToBegin) {
  const FreshFolder folder;
  EXPECT_THAT(why_unreadable(folder / "routine.toml"), HasSubstr("`calmcalf init` writes a starter schedule"));
  EXPECT_THAT(why_unreadable(folder / "no-folder" / "routine.toml"), HasSubstr("there is no such file"));
}

TEST(RoutineFile, ThatIsADanglingLinkOrALoopSaysSo) {
  const FreshFolder folder;
  fs::create_symlink("gone.toml", folder / "link.toml");
  fs::create_symlink("loop.toml", folder / "loop.toml");
  EXPECT_THAT(why_unreadable(folder / "link.toml"), HasSubstr("link to a file that is not there"));
  EXPECT_THAT(why_unreadable(folder / "loop.toml"), HasSubstr("link leads back to itself"));
}

TEST(RoutineFile, ThatIsAFolderSaysSo) {
  const FreshFolder folder;
  EXPECT_THAT(why_unreadable(folder.path()), HasSubstr("this is a folder, name the file in it"));
}

TEST(RoutineFile, DoesNotWaitForPipesAndDevices) {
  const FreshFolder folder;
  ASSERT_EQ(::mkfifo((folder / "pipe").c_str(), 0600), 0);
  EXPECT_THAT(why_unreadable(folder / "pipe"), HasSubstr("not a plain file"));
  EXPECT_THAT(why_unreadable("/dev/zero"), HasSubstr("not a plain file"));
  EXPECT_THAT(why_unreadable("/dev/null"), HasSubstr("not a plain file"));
}

/// Root may read everything: while this lives, the test is somebody who may not.
class NotRoot {
 public:
  NotRoot() : user_{::geteuid()} {
    if (user_ == 0 && ::seteuid(65534) != 0) throw std::system_error{errno, std::generic_category(), "seteuid"};
  }
  NotRoot(const NotRoot&) = delete;
  NotRoot& operator=(const NotRoot&) = delete;
  ~NotRoot() {
    if (::seteuid(user_) != 0) std::abort();
  }

 private:
  uid_t user_;
};

TEST(RoutineFile, ThatMayNotBeReadSaysHowToAllowIt) {
  const FreshFolder folder;
  write(folder / "routine.toml", usable);
  fs::permissions(folder / "routine.toml", fs::perms::none);
  const NotRoot not_root;
  EXPECT_THAT(why_unreadable(folder / "routine.toml"), HasSubstr("chmod u+r"));
}

TEST(RoutineFile, OverFourMebibytesIsRefusedUnread) {
  const FreshFolder folder;
  write(folder / "routine.toml", usable);
  fs::resize_file(folder / "routine.toml", std::uintmax_t{4} << 20U);
  EXPECT_THAT(to_text(RoutineFile(folder / "routine.toml", knows_berlin).read().mistakes.at(0)),
              HasSubstr("a zero byte"));
  fs::resize_file(folder / "routine.toml", (std::uintmax_t{4} << 20U) + 1);
  EXPECT_THAT(why_unreadable(folder / "routine.toml"), HasSubstr("larger than 4 MiB"));
}

TEST(RoutineFile, ThatIsEmptySaysHowToBegin) {
  const FreshFolder folder;
  write(folder / "routine.toml", "");
  EXPECT_THAT(why_unreadable(folder / "routine.toml"), HasSubstr("the file is empty"));
  write(folder / "routine.toml", "\xEF\xBB\xBF \r\n\t\n");
  EXPECT_THAT(why_unreadable(folder / "routine.toml"), HasSubstr("the file is empty"));
}

TEST(RoutineFile, IsReadThroughALink) {
  const FreshFolder folder;
  write(folder / "real.toml", usable);
  fs::create_symlink("real.toml", folder / "routine.toml");
  EXPECT_NE((RoutineFile{folder / "routine.toml", knows_berlin}.read().routine), nullptr);
}

TEST(RoutineFile, HasNoLastGoodScheduleWhereThereNeverWasOne) {
  const FreshFolder folder;
  write(folder / "routine.toml", with_a_mistake);
  RoutineFile file{folder / "routine.toml", knows_berlin, folder / "kept.toml"};
  (void)file.read();
  EXPECT_EQ(file.last_good().routine, nullptr);
  EXPECT_FALSE(fs::exists(folder / "kept.toml"));
}

TEST(RoutineFile, RemembersTheLastGoodScheduleWithinARun) {
  const FreshFolder folder;
  write(folder / "routine.toml", usable);
  RoutineFile file{folder / "routine.toml", knows_berlin};
  const auto good = file.read().routine;
  write(folder / "routine.toml", with_a_mistake);
  EXPECT_EQ(file.read().routine, nullptr);
  EXPECT_EQ(file.last_good().routine, good);
}

TEST(RoutineFile, KeepsTheLastGoodScheduleForTheNextRun) {
  const FreshFolder folder;
  write(folder / "routine.toml", usable);
  ASSERT_NE((RoutineFile{folder / "routine.toml", knows_berlin, folder / "state" / "kept.toml"}.read().routine),
            nullptr);
  EXPECT_EQ(content_of(folder / "state" / "kept.toml"), usable);

  write(folder / "routine.toml", with_a_mistake);
  RoutineFile next_run{folder / "routine.toml", knows_berlin, folder / "state" / "kept.toml"};
  EXPECT_EQ(next_run.read().routine, nullptr);
  const Reading reading = next_run.last_good();
  ASSERT_NE(reading.routine, nullptr);
  EXPECT_EQ(reading.routine->steps.at(0).id.text, "water");
  EXPECT_THAT(reading.mistakes, IsEmpty());
  EXPECT_EQ(content_of(folder / "state" / "kept.toml"), usable);
}

TEST(RoutineFile, KeepsNoCopyForACommandThatOnlyLooks) {
  const FreshFolder folder;
  write(folder / "routine.toml", usable);
  (void)RoutineFile{folder / "routine.toml", knows_berlin}.read();
  EXPECT_EQ(std::distance(fs::directory_iterator{folder.path()}, fs::directory_iterator{}), 1);
}

TEST(RoutineFile, IsUsableEvenIfNoCopyCanBeKeptAndSaysSo) {
  const FreshFolder folder;
  write(folder / "routine.toml", usable);
  RoutineFile file{folder / "routine.toml", knows_berlin, folder / "routine.toml" / "kept.toml"};
  const Reading reading = file.read();
  EXPECT_NE(reading.routine, nullptr);
  EXPECT_FALSE(has_errors(reading.mistakes));
  ASSERT_EQ(reading.mistakes.size(), 1U);
  EXPECT_EQ(reading.mistakes[0].file, (folder / "routine.toml" / "kept.toml").string());
  EXPECT_EQ(reading.mistakes[0].severity, Mistake::Severity::caution);
}

}  // namespace
}  // namespace calmcalf
