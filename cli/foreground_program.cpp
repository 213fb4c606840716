// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/foreground_program.hpp"

#include <array>
#include <cerrno>
#include <csignal>
#include <system_error>

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace calmcalf::cli {
namespace {

constexpr std::array signals_of_the_terminal{SIGINT, SIGQUIT};
constexpr int ended_by_signal = 128;

/// Ignores the terminal's signals while it lives.
class Patience {
 public:
  Patience() {
    for (std::size_t i = 0; i < before_.size(); ++i)
      before_.at(i) = std::signal(signals_of_the_terminal.at(i), SIG_IGN);
  }
  Patience(const Patience&) = delete;
  Patience& operator=(const Patience&) = delete;
  ~Patience() {
    for (std::size_t i = 0; i < before_.size(); ++i) std::signal(signals_of_the_terminal.at(i), before_.at(i));
  }

 private:
  std::array<void (*)(int), signals_of_the_terminal.size()> before_{};
};

class SpawnAttributes {
 public:
  SpawnAttributes() {
    posix_spawnattr_init(&attributes_);
    sigset_t usual;
    sigemptyset(&usual);
    for (const int signal : signals_of_the_terminal) sigaddset(&usual, signal);
    posix_spawnattr_setsigdefault(&attributes_, &usual);
    posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSIGDEF);
  }
  SpawnAttributes(const SpawnAttributes&) = delete;
  SpawnAttributes& operator=(const SpawnAttributes&) = delete;
  ~SpawnAttributes() { posix_spawnattr_destroy(&attributes_); }

  [[nodiscard]] const posix_spawnattr_t* get() const { return &attributes_; }

 private:
  posix_spawnattr_t attributes_{};
};

int wait_for(pid_t child) {
  int status = 0;
  while (waitpid(child, &status, 0) < 0)
    if (errno != EINTR) throw std::system_error{errno, std::generic_category(), "waitpid"};
  return WIFSIGNALED(status) ? ended_by_signal + WTERMSIG(status) : WEXITSTATUS(status);
}

}  // namespace

int run_in_foreground(const std::vector<std::string>& words) {
  auto copies = words;
  std::vector<char*> arguments;
  for (auto& word : copies) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  const Patience patience;
  const SpawnAttributes attributes;
  pid_t child = 0;
  const int error = posix_spawnp(&child, arguments.front(), nullptr, attributes.get(), arguments.data(), environ);
  if (error != 0) throw std::system_error{error, std::generic_category(), words.front()};
  return wait_for(child);
}

}  // namespace calmcalf::cli
