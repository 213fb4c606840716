// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/process/process_group.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <string_view>
#include <system_error>
#include <utility>

#include <spawn.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace calmcalf {
namespace {

void check(int error) {
  if (error != 0) throw std::system_error{error, std::generic_category()};
}

class SpawnAttributes {
 public:
  /// A group of its own, and signals as a program expects them.
  SpawnAttributes() {
    check(posix_spawnattr_init(&attributes_));
    sigset_t signals;
    sigfillset(&signals);
    posix_spawnattr_setsigdefault(&attributes_, &signals);
    sigemptyset(&signals);
    posix_spawnattr_setsigmask(&attributes_, &signals);
    posix_spawnattr_setpgroup(&attributes_, 0);
    posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
  }
  SpawnAttributes(const SpawnAttributes&) = delete;
  SpawnAttributes& operator=(const SpawnAttributes&) = delete;
  ~SpawnAttributes() { posix_spawnattr_destroy(&attributes_); }

  [[nodiscard]] const posix_spawnattr_t* get() const { return &attributes_; }

 private:
  posix_spawnattr_t attributes_{};
};

class SpawnFiles {
 public:
  SpawnFiles(int input, int output) {
    check(posix_spawn_file_actions_init(&files_));
    const std::array errors{
        posix_spawn_file_actions_adddup2(&files_, input, STDIN_FILENO),
        posix_spawn_file_actions_adddup2(&files_, output, STDOUT_FILENO),
        posix_spawn_file_actions_adddup2(&files_, output, STDERR_FILENO),
        // What is ours closes itself; what this service was started with may not.
        posix_spawn_file_actions_addclosefrom_np(&files_, STDERR_FILENO + 1),
    };
    if (const auto error = std::ranges::max(errors); error != 0) {
      posix_spawn_file_actions_destroy(&files_);
      check(error);
    }
  }
  SpawnFiles(const SpawnFiles&) = delete;
  SpawnFiles& operator=(const SpawnFiles&) = delete;
  ~SpawnFiles() { posix_spawn_file_actions_destroy(&files_); }

  [[nodiscard]] const posix_spawn_file_actions_t* get() const { return &files_; }

 private:
  posix_spawn_file_actions_t files_{};
};

bool is_for_this_service_alone(std::string_view variable) {
  constexpr std::array names{"NOTIFY_SOCKET=", "WATCHDOG_", "LISTEN_", "JOURNAL_STREAM="};
  return std::ranges::any_of(names, [&](std::string_view name) { return variable.starts_with(name); });
}

std::vector<char*> environment_to_inherit() {
  std::vector<char*> variables;
  for (char** variable = environ; *variable != nullptr; ++variable)
    if (!is_for_this_service_alone(*variable)) variables.push_back(*variable);
  variables.push_back(nullptr);
  return variables;
}

std::vector<char*> pointers_to(std::vector<std::string>& words) {
  std::vector<char*> pointers;
  for (auto& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  return pointers;
}

}  // namespace

ProcessGroup::ProcessGroup(const std::vector<std::string>& words, int input, int output) {
  const SpawnAttributes attributes;
  const SpawnFiles files{input, output};
  auto arguments = words;
  check(posix_spawnp(&leader_, arguments.front().c_str(), files.get(), attributes.get(), pointers_to(arguments).data(),
                     environment_to_inherit().data()));
}

ProcessGroup::~ProcessGroup() {
  signal(SIGKILL);
  if (leader_ > 0) ::waitpid(leader_, nullptr, WNOHANG);
}

Descriptor ProcessGroup::open_end() const {
  // The C library has pidfd_open() from 2.36 on, but for C alone.
  Descriptor end{static_cast<int>(::syscall(SYS_pidfd_open, leader_, 0))};
  if (end.number() < 0) throw std::system_error{errno, std::generic_category(), "pidfd_open"};
  return end;
}

void ProcessGroup::signal(int number) noexcept {
  if (leader_ > 0) ::kill(-leader_, number);
}

int ProcessGroup::finish() noexcept {
  signal(SIGKILL);
  int status = 0;
  while (::waitpid(leader_, &status, 0) < 0 && errno == EINTR) {
  }
  leader_ = -1;
  return status;
}

}  // namespace calmcalf
