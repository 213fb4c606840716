// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/finished_program.hpp"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <system_error>

#include <fcntl.h>
#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

#include "adapters/fresh_folder.hpp"
#include "adapters/process/descriptor.hpp"

namespace calmcalf {
namespace {

int open_file(const std::filesystem::path& file, int how) {
  const int opened = ::open(file.c_str(), how | O_CLOEXEC, 0600);
  if (opened < 0) throw std::system_error{errno, std::generic_category(), file.string()};
  return opened;
}

std::string content_of(const std::filesystem::path& file) {
  std::ifstream stream{file, std::ios::binary};
  return {std::istreambuf_iterator<char>{stream}, {}};
}

/// What a terminal shows, once nobody writes to it any more.
std::string content_of_terminal(int terminal) {
  std::string content;
  std::array<char, 4096> piece{};
  for (;;) {
    const auto count = ::read(terminal, piece.data(), piece.size());
    if (count <= 0) return content;
    content.append(piece.data(), static_cast<std::size_t>(count));
  }
}

std::vector<char*> pointers(std::vector<std::string>& words) {
  std::vector<char*> all;
  for (auto& word : words) all.push_back(word.data());
  all.push_back(nullptr);
  return all;
}

/// Both ends of the program's standard output; without a reading end a file is looked at afterwards.
struct Outlet {
  int writing = -1;
  int reading = -1;
};

Outlet open_outlet(ProgramRun::Out out, const std::filesystem::path& file) {
  Outlet outlet;
  switch (out) {
    case ProgramRun::Out::terminal:
      if (::openpty(&outlet.reading, &outlet.writing, nullptr, nullptr, nullptr) != 0)
        throw std::system_error{errno, std::generic_category()};
      ::fcntl(outlet.reading, F_SETFD, FD_CLOEXEC);
      return outlet;
    case ProgramRun::Out::nobody_reads: {
      std::array<int, 2> ends{-1, -1};
      if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw std::system_error{errno, std::generic_category()};
      ::close(ends[0]);
      return {ends[1]};
    }
    case ProgramRun::Out::full_disk:
      return {open_file("/dev/full", O_WRONLY)};
    case ProgramRun::Out::closed:
    case ProgramRun::Out::file:
      break;
  }
  return {open_file(file, O_WRONLY | O_CREAT)};
}

/// The environment asked for, and what sanitizers were told.
std::vector<std::string> environment_lines(const ProgramRun& run) {
  std::vector<std::string> lines;
  for (const auto& [name, value] : run.environment) lines.push_back(std::string{name}.append("=").append(value));
  for (const char* name : {"ASAN_OPTIONS", "LSAN_OPTIONS", "UBSAN_OPTIONS", "TSAN_OPTIONS"}) {
    if (const char* value = std::getenv(name)) lines.push_back(std::string{name} + '=' + value);
  }
  return lines;
}

/// Becomes the program; for a process of its own.
[[noreturn]] void become(const ProgramRun& run, int in, int out, int err) {
  auto words = run.arguments;
  words.insert(words.begin(), run.program.string());
  auto environment = environment_lines(run);
  ::dup2(in, STDIN_FILENO);
  ::dup2(out, STDOUT_FILENO);
  ::dup2(err, STDERR_FILENO);
  if (run.out == ProgramRun::Out::closed) ::close(STDOUT_FILENO);
  if (::chdir(run.folder.c_str()) == 0)
    ::execve(run.program.c_str(), pointers(words).data(), pointers(environment).data());
  ::_exit(127);
}

int exit_status(pid_t child) {
  int status = 0;
  while (::waitpid(child, &status, 0) < 0) {
    if (errno != EINTR) throw std::system_error{errno, std::generic_category()};
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace

FinishedProgram finish(const ProgramRun& run) {
  const FreshFolder scratch;
  std::ofstream{scratch / "in", std::ios::binary} << run.in;
  const Descriptor in{open_file(scratch / "in", O_RDONLY)};
  const Descriptor err{open_file(scratch / "err", O_WRONLY | O_CREAT)};
  const auto outlet = open_outlet(run.out, scratch / "out");
  pid_t child = -1;
  {
    const Descriptor out{outlet.writing};
    child = ::fork();
    if (child < 0) throw std::system_error{errno, std::generic_category()};
    if (child == 0) become(run, in.number(), out.number(), err.number());
  }
  FinishedProgram finished;
  if (outlet.reading >= 0) finished.out = content_of_terminal(Descriptor{outlet.reading}.number());
  finished.status = exit_status(child);
  if (outlet.reading < 0) finished.out = content_of(scratch / "out");
  finished.err = content_of(scratch / "err");
  return finished;
}

}  // namespace calmcalf
