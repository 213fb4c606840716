// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include <fstream>
#include <functional>
#include <string>

#include <gmock/gmock.h>
#include <sched.h>
#include <sys/wait.h>
#include <unistd.h>

#include "adapters/inotify/a_path_watch.hpp"

namespace calmcalf {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// Without the privileges that a test may have, and with the limits of a namespace of its own.
class UnprivilegedPathWatchTest : public APathWatch {
 protected:
  enum Status { fine, failed, not_possible };

  /// In a child process. Skips the test where this machine allows no such namespace.
  void in_namespace(const std::function<void()>& deed) {
    const pid_t child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
      if (::unshare(CLONE_NEWUSER) != 0) ::_exit(not_possible);
      loop_.notify_fork(boost::asio::execution_context::fork_child);
      deed();
      ::_exit(HasFailure() ? failed : fine);
    }
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    ASSERT_TRUE(WIFEXITED(status));
    if (WEXITSTATUS(status) == not_possible) GTEST_SKIP() << "no user namespaces here";
    EXPECT_EQ(WEXITSTATUS(status), fine) << "see above";
  }

  static void limit(const std::string& what, std::ptrdiff_t number) {
    std::ofstream file{"/proc/sys/user/" + what};
    file << number << std::flush;
    ASSERT_TRUE(file) << what << " cannot be limited";
  }
};

TEST_F(UnprivilegedPathWatchTest, SaysOnceThatTheSystemHasNoWatcherToGive) {
  write("calmcalf/routine.toml");
  in_namespace([&] {
    limit("max_inotify_instances", 0);
    watch({"calmcalf/routine.toml", "calmcalf/other.toml"});
    EXPECT_THAT(unwatched_, ElementsAre(AllOf(HasSubstr((root_ / "calmcalf/routine.toml").string()),
                                              HasSubstr("fs.inotify.max_user_instances"))));
    write("calmcalf/routine.toml");
    listen();
  });
}

TEST_F(UnprivilegedPathWatchTest, SaysOnceThatThereAreNoWatchesLeftAndGoesOn) {
  write("a/b/c/d/e/f/routine.toml");
  write("near.toml");
  in_namespace([&] {
    const auto to_root = std::distance(root_.begin(), root_.end());
    limit("max_inotify_watches", to_root + 1);
    watch({"a/b/c/d/e/f/routine.toml"});
    EXPECT_THAT(unwatched_,
                ElementsAre(AllOf(HasSubstr((root_ / "a/b").string()), HasSubstr("fs.inotify.max_user_watches"))));
    move("a", "z");
    expect_told();
    write("a/b/c/d/e/f/routine.toml");
    expect_told();
    EXPECT_EQ(unwatched_.size(), 1U);
  });
}

TEST_F(UnprivilegedPathWatchTest, MakesNoFussOfFoldersThatItMayOnlyPass) {
  write("home/me/routine.toml");
  fs::permissions(root_ / "home", fs::perms::owner_exec | fs::perms::owner_write);
  in_namespace([&] {
    watch({"home/me/routine.toml"});
    EXPECT_THAT(unwatched_, IsEmpty());
    write("home/me/routine.toml", "better");
    expect_told();
    remove("home/me/routine.toml");
    expect_told();
    EXPECT_THAT(unwatched_, IsEmpty());
    remove("home/me");
    expect_told();
    EXPECT_THAT(unwatched_, ElementsAre(HasSubstr((root_ / "home").string())))
        << "whether it comes back cannot be seen";
  });
  fs::permissions(root_ / "home", fs::perms::owner_all);
}

TEST_F(UnprivilegedPathWatchTest, SaysThatAFolderMayNotBeWatchedAndHearsWhenItMay) {
  write("calmcalf/routine.toml");
  fs::permissions(root_ / "calmcalf", fs::perms::none);
  in_namespace([&] {
    watch({"calmcalf/routine.toml"});
    EXPECT_THAT(unwatched_, ElementsAre((root_ / "calmcalf").string() + " cannot be watched: Permission denied"));
    fs::permissions(root_ / "calmcalf", fs::perms::owner_all);
    expect_told();
    write("calmcalf/routine.toml", "better");
    expect_told();
  });
  fs::permissions(root_ / "calmcalf", fs::perms::owner_all);
}

}  // namespace
}  // namespace calmcalf
