// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/sqlite/killed_process.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <exception>
#include <stdexcept>
#include <system_error>

#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace calmcalf {

namespace {

constexpr int cannot_be_traced = 77;
constexpr int at_a_call = SIGTRAP | 0x80;  // PTRACE_O_TRACESYSGOOD

/// The system calls by which SQLite and we change files and folders. Opening may make one. Memory that is shared with a
/// file (SQLite's -shm) is not among them: it says nothing that is not in the files as well.
constexpr auto changing = std::to_array<long>({
#ifdef SYS_rename
    SYS_rename, SYS_unlink, SYS_mkdir,
#endif
    SYS_write, SYS_pwrite64, SYS_ftruncate, SYS_openat, SYS_unlinkat, SYS_mkdirat, SYS_renameat2});

[[noreturn]] void act_traced(const std::function<void()>& action) {
  if (::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) != 0) ::_exit(cannot_be_traced);
  static_cast<void>(::raise(SIGSTOP));
  try {
    action();
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    ::_exit(1);
  }
  ::_exit(0);
}

int next_status(pid_t process) {
  int status = 0;
  while (::waitpid(process, &status, 0) < 0) {
    if (errno != EINTR) throw std::system_error{errno, std::generic_category(), "waitpid"};
  }
  return status;
}

/// Whether the stopped process is about to change something; none where that cannot be known.
std::optional<bool> is_at_change(pid_t process) {
  __ptrace_syscall_info info{};
  if (::ptrace(PTRACE_GET_SYSCALL_INFO, process, sizeof info, &info) <= 0) return std::nullopt;
  return info.op == PTRACE_SYSCALL_INFO_ENTRY &&
         std::ranges::find(changing, static_cast<long>(info.entry.nr)) != changing.end();
}

void kill_and_wait(pid_t process) {
  ::kill(process, SIGKILL);
  while (!WIFSIGNALED(next_status(process))) continue;
}

}  // namespace

std::optional<bool> killed_before_change(int number, const std::function<void()>& action) {
  const pid_t process = ::fork();
  if (process < 0) throw std::system_error{errno, std::generic_category(), "fork"};
  if (process == 0) act_traced(action);
  int status = next_status(process);
  if (WIFEXITED(status) && WEXITSTATUS(status) == cannot_be_traced) return std::nullopt;
  ::ptrace(PTRACE_SETOPTIONS, process, nullptr, long{PTRACE_O_TRACESYSGOOD | PTRACE_O_EXITKILL});
  int changes = 0;
  long signal = 0;
  while (WIFSTOPPED(status)) {
    ::ptrace(PTRACE_SYSCALL, process, nullptr, signal);
    status = next_status(process);
    signal = 0;
    if (!WIFSTOPPED(status)) break;
    if (WSTOPSIG(status) != at_a_call) {
      signal = WSTOPSIG(status);
      continue;
    }
    const auto changing_now = is_at_change(process);
    changes += changing_now.value_or(true) ? 1 : 0;
    if (changing_now && changes < number) continue;
    kill_and_wait(process);
    return changing_now ? std::optional{true} : std::nullopt;
  }
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) throw std::runtime_error{"the process did not end well"};
  return false;
}

}  // namespace calmcalf
