// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/sqlite/own_process.hpp"

#include <array>
#include <cerrno>
#include <exception>
#include <fstream>
#include <system_error>

#include <fcntl.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

namespace calmcalf {

namespace {

constexpr int could_not_be_prepared = 77;
constexpr uid_t nobody = 65534;

[[noreturn]] void run_and_leave(const std::function<bool()>& prepare, const Action& action, int into) {
  if (!prepare()) ::_exit(could_not_be_prepared);
  std::string result;
  try {
    result = action();
  } catch (const std::exception& error) {
    result = std::string{"thrown: "} + error.what();
  }
  const bool written = ::write(into, result.data(), result.size()) == static_cast<ssize_t>(result.size());
  ::_exit(written ? 0 : 1);
}

std::optional<std::string> in_own_process(const std::function<bool()>& prepare, const Action& action) {
  std::array<int, 2> pipe{};
  if (::pipe2(pipe.data(), O_CLOEXEC) != 0) throw std::system_error{errno, std::generic_category(), "pipe2"};
  const pid_t child = ::fork();
  if (child < 0) throw std::system_error{errno, std::generic_category(), "fork"};
  if (child == 0) run_and_leave(prepare, action, pipe[1]);
  ::close(pipe[1]);
  std::string result;
  std::array<char, 4096> buffer{};
  for (ssize_t size = 0; (size = ::read(pipe[0], buffer.data(), buffer.size())) > 0;) {
    result.append(buffer.data(), static_cast<std::size_t>(size));
  }
  ::close(pipe[0]);
  int status = 0;
  ::waitpid(child, &status, 0);
  if (WIFEXITED(status) && WEXITSTATUS(status) == could_not_be_prepared) return std::nullopt;
  return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? result : "the process died: " + result;
}

bool write_to(const char* file, const std::string& text) {
  return (std::ofstream{file} << text).flush().good();
}

/// Mounts that only this process sees. An ordinary user is root in them, and nowhere else.
bool enter_own_mounts() {
  const uid_t user = ::geteuid();
  const gid_t group = ::getegid();
  if (user == 0) {
    if (::unshare(CLONE_NEWNS) != 0) return false;
  } else {
    if (::unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0) return false;
    if (!write_to("/proc/self/setgroups", "deny") ||
        !write_to("/proc/self/uid_map", "0 " + std::to_string(user) + " 1") ||
        !write_to("/proc/self/gid_map", "0 " + std::to_string(group) + " 1")) {
      return false;
    }
  }
  return ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
}

}  // namespace

std::optional<std::string> as_ordinary_user(const Action& action) {
  const auto prepare = [] {
    return ::geteuid() != 0 || (::setresgid(nobody, nobody, nobody) == 0 && ::setresuid(nobody, nobody, nobody) == 0);
  };
  return in_own_process(prepare, action);
}

std::optional<std::string> with_disk_at(const std::filesystem::path& folder, std::size_t size, const Action& action) {
  const auto prepare = [&] {
    const std::string options = "size=" + std::to_string(size);
    return enter_own_mounts() && ::mount("tmpfs", folder.c_str(), "tmpfs", 0, options.c_str()) == 0;
  };
  return in_own_process(prepare, action);
}

void fill_disk(const std::filesystem::path& folder, std::size_t leave) {
  {
    std::ofstream{folder / "spare"} << std::string(leave, 's');
  }
  std::ofstream filler{folder / "filler", std::ios::binary};
  while (filler << std::string(1024, 'f') && filler.flush()) continue;
  filler.close();
  std::filesystem::remove(folder / "spare");
}

void free_disk(const std::filesystem::path& folder) {
  std::filesystem::remove(folder / "filler");
}

bool make_disk_read_only(const std::filesystem::path& folder) {
  return ::mount("tmpfs", folder.c_str(), "tmpfs", MS_REMOUNT | MS_RDONLY, nullptr) == 0;
}

}  // namespace calmcalf
