// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/process/process_runner.hpp"

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

#include <boost/asio/io_context.hpp>
#include <fcntl.h>
#include <gmock/gmock.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include "adapters/environment_variable.hpp"
#include "adapters/fresh_folder.hpp"

namespace calmcalf {
namespace {

using namespace std::chrono_literals;
using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;
using testing::StartsWith;

struct TwoLogs : Log {
  [[nodiscard]] bool writes(Level /*level*/) const noexcept override { return true; }
  void write(Level level, std::string_view text) noexcept override {
    if (level <= Level::warning) complaints.emplace_back(text);
    if (level == Level::notice) output.emplace_back(text);
  }

  std::vector<std::string> complaints;
  std::vector<std::string> output;
};

/// A named pipe that whoever a test starts can hold open: once nobody does, nobody is left.
class Lifeline {
 public:
  explicit Lifeline(const std::filesystem::path& path) : path_{path.string()} {
    ::mkfifo(path_.c_str(), 0600);
    reading_ = ::open(path_.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    // poll() tells of nobody only once somebody has been there: who is killed at once never was.
    ::close(::open(path_.c_str(), O_WRONLY | O_NONBLOCK | O_CLOEXEC));
  }
  Lifeline(const Lifeline&) = delete;
  Lifeline& operator=(const Lifeline&) = delete;
  ~Lifeline() { ::close(reading_); }

  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] int number() const { return reading_; }

  /// Whoever held it has gone, or goes now: signals take their time.
  [[nodiscard]] bool is_let_go() const {
    pollfd waiting{.fd = reading_, .events = 0, .revents = 0};
    return ::poll(&waiting, 1, 30'000) == 1 && (waiting.revents & POLLHUP) != 0;
  }

 private:
  std::string path_;
  int reading_;
};

/// An event loop with a runner in it, and no patience.
class ProcessRunnerTest : public testing::Test {
 protected:
  static Command shell(std::string script, std::string input = {}, const std::string& argument = {}) {
    return {.name = "hook due", .words = {"/bin/sh", "-c", std::move(script), argument}, .input = std::move(input)};
  }

  /// A script that holds the lifeline, as all do that it starts.
  [[nodiscard]] Command holder(const std::string& script) const {
    return shell("exec 9>\"$0\"; " + script, {}, lifeline_.path());
  }

  void start(Command command) {
    if (!runner_) runner_.emplace(loop_.get_executor(), log_, limits_);
    runner_->run(std::move(command));
  }

  /// Until nothing runs any more: then the loop has nothing left to wait for.
  void run_to_the_end() {
    loop_.restart();
    const auto end = std::chrono::steady_clock::now() + 30s;
    while (loop_.run_one_until(end) > 0) {
    }
    EXPECT_LT(std::chrono::steady_clock::now(), end) << "something still runs";
  }

  void run(Command command) {
    start(std::move(command));
    run_to_the_end();
  }

  static ProcessRunner::Limits hasty() { return {.times = {.at_most = 300ms, .grace = 100ms}}; }

  [[nodiscard]] std::string content(const std::string& name) const {
    std::ifstream file{folder_ / name};
    return {std::istreambuf_iterator<char>{file}, {}};
  }

  FreshFolder folder_;
  Lifeline lifeline_{folder_ / "lifeline"};
  TwoLogs log_;
  ProcessRunner::Limits limits_{.times = {.at_most = 30s, .grace = 30s}};
  boost::asio::io_context loop_;
  std::optional<ProcessRunner> runner_;
};

TEST_F(ProcessRunnerTest, GivesTheProgramItsInputAndLogsItsOutput) {
  run(shell("cat; echo to the error output >&2", "{\"event\":\"shown\"}\n"));
  EXPECT_THAT(log_.output, ElementsAre("hook due: {\"event\":\"shown\"}", "hook due: to the error output"));
  EXPECT_THAT(log_.complaints, IsEmpty());
}

TEST_F(ProcessRunnerTest, FindsTheProgramInPathAndTakesArgumentsAsTheyAre) {
  run({.name = "hook due", .words = {"printf", "%s\\n", "$HOME; *", ""}, .input = {}});
  EXPECT_THAT(log_.output, ElementsAre("hook due: $HOME; *"));
}

TEST_F(ProcessRunnerTest, GivesLongInput) {
  run(shell("wc -c", std::string(1'000'000, 'x')));
  EXPECT_THAT(log_.output, ElementsAre("hook due: 1000000"));
}

TEST_F(ProcessRunnerTest, SaysThatInputIsTooLongForAPipe) {
  run(shell("cat", std::string((1U << 20U) + 1, 'x')));
  EXPECT_THAT(log_.complaints, ElementsAre(HasSubstr("shorten the text of the step")));
}

TEST_F(ProcessRunnerTest, DoesNotCareWhetherTheInputIsRead) {
  run(shell("exec <&-", std::string(1'000'000, 'x')));
  EXPECT_THAT(log_.complaints, IsEmpty());
}

TEST_F(ProcessRunnerTest, SaysThatAProgramFailed) {
  run(shell("echo no network; exit 7"));
  EXPECT_THAT(log_.output, ElementsAre("hook due: no network"));
  EXPECT_THAT(log_.complaints,
              ElementsAre("hook due: /bin/sh failed with exit status 7. To see why, run it in a terminal with a line "
                          "of JSON on its standard input."));
}

TEST_F(ProcessRunnerTest, SaysWhichSignalEndedAProgram) {
  run(shell("kill -KILL $$"));
  EXPECT_THAT(log_.complaints, ElementsAre(StartsWith("hook due: /bin/sh was ended by SIGKILL. ")));
}

TEST_F(ProcessRunnerTest, SaysWhyAProgramCannotBeStarted) {
  const auto file = (folder_ / "script").string();
  std::ofstream{file} << "echo no first line\n";
  start({.name = "hook due", .words = {"no-such-program-anywhere"}, .input = {}});
  start({.name = "hook done", .words = {"~/hook\x1b[2J"}, .input = {}});
  start({.name = "hook missed", .words = {file}, .input = {}});
  std::filesystem::permissions(file, std::filesystem::perms::owner_all);
  start({.name = "hook cramp", .words = {file}, .input = {}});
  run(shell("echo others run"));
  EXPECT_THAT(log_.complaints,
              ElementsAre(StartsWith("hook due: no-such-program-anywhere cannot be started: No such file or directory. "
                                     "Write the whole path"),
                          StartsWith("hook done: ~/hook\uFFFD[2J cannot be started"),
                          AllOf(StartsWith("hook missed: "), HasSubstr("chmod +x")),
                          AllOf(StartsWith("hook cramp: "), HasSubstr("#!/bin/sh"))));
  EXPECT_THAT(log_.output, ElementsAre("hook due: others run"));
}

TEST_F(ProcessRunnerTest, EndsWhatTakesTooLongAndAllThatItStarted) {
  limits_ = hasty();
  run(holder("sleep 1000 & sleep 1000"));
  EXPECT_TRUE(lifeline_.is_let_go());
  EXPECT_THAT(log_.complaints, ElementsAre("hook due: /bin/sh took longer than 0.3 s and was ended. Start what is to "
                                           "last with systemd-run --user."));
}

TEST_F(ProcessRunnerTest, LetsAProgramSayGoodbyeBeforeItIsKilled) {
  limits_.times.at_most = 300ms;
  run(shell("trap 'echo goodbye; exit' TERM; while :; do sleep 0.01; done"));
  EXPECT_THAT(log_.output, Contains("hook due: goodbye"));
}

TEST_F(ProcessRunnerTest, KillsWhatDoesNotListen) {
  limits_ = hasty();
  run(holder("trap '' TERM; while :; do sleep 1000; done"));
  EXPECT_TRUE(lifeline_.is_let_go());
  EXPECT_THAT(log_.complaints, SizeIs(1));
}

TEST_F(ProcessRunnerTest, WaitsForWhatStillWritesToItsOutput) {
  run(shell("(sleep 0.1; echo later) & echo first"));
  EXPECT_THAT(log_.output, ElementsAre("hook due: first", "hook due: later"));
  EXPECT_THAT(log_.complaints, IsEmpty());
}

TEST_F(ProcessRunnerTest, KillsWhatAProgramLeavesBehind) {
  run(holder("sleep 1000 >/dev/null 2>&1 &"));
  EXPECT_TRUE(lifeline_.is_let_go());
  EXPECT_THAT(log_.complaints, IsEmpty());
}

TEST_F(ProcessRunnerTest, EndsWhatAProgramLeavesBehindWithItsOutput) {
  limits_ = hasty();
  run(holder("sleep 1000 &"));
  EXPECT_TRUE(lifeline_.is_let_go());
  EXPECT_THAT(log_.complaints, ElementsAre(StartsWith("hook due: /bin/sh left something running that after 0.3 s")));
}

TEST_F(ProcessRunnerTest, IsNotHeldUpByADaemonThatHoldsTheOutput) {
  limits_ = hasty();
  run(holder("mkfifo \"$0.end\"; setsid cat \"$0.end\" &"));
  EXPECT_THAT(log_.complaints, ElementsAre(HasSubstr("is no longer heard")));
  ::close(::open((lifeline_.path() + ".end").c_str(), O_WRONLY | O_NONBLOCK | O_CLOEXEC));  // the daemon's end
  EXPECT_TRUE(lifeline_.is_let_go());
}

TEST_F(ProcessRunnerTest, EndsWhatPrintsForEver) {
  run(shell("yes 'for ever'"));
  EXPECT_THAT(log_.output, AllOf(SizeIs(CommandRun::most_kept / std::string{"for ever\n"}.size() + 2),
                                 Contains("hook due: for ever"), Contains(HasSubstr("more bytes, left out here"))));
  EXPECT_THAT(log_.complaints,
              ElementsAre("hook due: /bin/sh printed more than 1024 KiB and was ended. Let it print less."));
}

TEST_F(ProcessRunnerTest, KillsWhatPrintsForEverAndDoesNotListen) {
  limits_.times.grace = 100ms;
  run(holder("trap '' TERM; yes 'for ever'; sleep 1000"));
  EXPECT_TRUE(lifeline_.is_let_go());
  EXPECT_THAT(log_.complaints, ElementsAre(HasSubstr("printed more than")));
}

TEST_F(ProcessRunnerTest, LogsNoControlCharacters) {
  run(shell("printf 'red \\033[31m\\n\\377\\n'"));
  EXPECT_THAT(log_.output, ElementsAre("hook due: red \uFFFD[31m", "hook due: \uFFFD"));
}

TEST_F(ProcessRunnerTest, RunsAFewAtOnceAndTheOthersInTurn) {
  limits_.at_once = 2;
  const auto file = (folder_ / "order").string();
  const auto meet = [&](const std::string& mine, const std::string& other) {
    return shell("echo " + mine + " >> \"$0\"; until grep -q " + other + " \"$0\"; do sleep 0.01; done", {}, file);
  };
  start(meet("a", "b"));
  start(meet("b", "a"));
  start(shell("echo c >> \"$0\"", {}, file));
  run_to_the_end();
  EXPECT_THAT(content("order"), testing::AnyOf("a\nb\nc\n", "b\na\nc\n"));
}

TEST_F(ProcessRunnerTest, LeavesOutWhatHasWaitedLongestWhereTooManyWait) {
  limits_.at_once = 1;
  limits_.waiting = 2;
  for (const char* word : {"runs", "oldest", "middle", "newest"})
    start({.name = std::string{"hook "} + word, .words = {"echo", word}, .input = {}});
  run_to_the_end();
  EXPECT_THAT(log_.output, ElementsAre("hook runs: runs", "hook middle: middle", "hook newest: newest"));
  EXPECT_THAT(log_.complaints, ElementsAre("hook oldest: left out, because 2 commands wait before it. Let them take "
                                           "less time."));
}

TEST_F(ProcessRunnerTest, EndsAllThatRunsWithItself) {
  start(holder("trap '' TERM; sleep 1000 & sleep 1000"));
  start(holder("sleep 1000"));
  runner_.reset();
  EXPECT_TRUE(lifeline_.is_let_go());
  run_to_the_end();
  EXPECT_THAT(log_.complaints, IsEmpty());
}

TEST_F(ProcessRunnerTest, HandsOnNoFileOfOurs) {
  const int inheritable = ::fcntl(lifeline_.number(), F_DUPFD, 77);
  run(shell("for number in 3 4 5 6 7 8 9 \"$0\"; do [ ! -e /proc/self/fd/$number ] || echo $number; done", {},
            std::to_string(inheritable)));
  ::close(inheritable);
  EXPECT_THAT(log_.output, IsEmpty());
}

TEST_F(ProcessRunnerTest, HandsOnNoSignalThatIsIgnoredOrBlocked) {
  sigset_t blocked;
  sigset_t before;
  sigemptyset(&blocked);
  sigaddset(&blocked, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &blocked, &before);
  auto* const handler = std::signal(SIGPIPE, SIG_IGN);
  start(shell("kill -TERM $$"));
  start(shell("kill -PIPE $$"));
  std::signal(SIGPIPE, handler);
  pthread_sigmask(SIG_SETMASK, &before, nullptr);
  run_to_the_end();
  EXPECT_THAT(log_.complaints,
              testing::UnorderedElementsAre(HasSubstr("ended by SIGTERM"), HasSubstr("ended by SIGPIPE")));
}

TEST_F(ProcessRunnerTest, HandsOnTheEnvironmentButForWhatSystemdToldUs) {
  const EnvironmentVariable socket{"NOTIFY_SOCKET", "/run/of-the-service"};
  const EnvironmentVariable watchdog{"WATCHDOG_USEC", "1"};
  const EnvironmentVariable own{"CALMCALF_TEST", "own"};
  run(shell("echo \"$NOTIFY_SOCKET$WATCHDOG_USEC$CALMCALF_TEST\""));
  EXPECT_THAT(log_.output, ElementsAre("hook due: own"));
}

TEST_F(ProcessRunnerTest, HearsOfEndsEvenWhereTheyWereIgnored) {
  std::signal(SIGCHLD, SIG_IGN);
  run(shell("exit 3"));
  EXPECT_THAT(log_.complaints, ElementsAre(HasSubstr("exit status 3")));
}

}  // namespace
}  // namespace calmcalf
