// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <vector>

#include <sys/types.h>

#include "adapters/process/descriptor.hpp"

namespace calmcalf {

/// A program and all that it starts, but for what leaves its process group on purpose.
class ProcessGroup {
 public:
  /// Starts the program with two open files of ours: its standard input, and its standard output and error in one. It
  /// inherits no other, no signal that is blocked or ignored here, and nothing that systemd told this service alone.
  /// Throws std::system_error where it cannot be started.
  ProcessGroup(const std::vector<std::string>& words, int input, int output);
  ProcessGroup(const ProcessGroup&) = delete;
  ProcessGroup& operator=(const ProcessGroup&) = delete;

  /// Kills what still runs.
  ~ProcessGroup();

  /// A file that can be read from, as poll(2) sees it, once the program has ended. Throws std::system_error.
  [[nodiscard]] Descriptor open_end() const;

  void signal(int number) noexcept;

  /// Only once the program has ended: kills what it has left running, and returns its status as waitpid(2) tells it.
  int finish() noexcept;

 private:
  pid_t leader_ = -1;  ///< number of the program and of the group; nobody else's until finish()
};

}  // namespace calmcalf
