// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <vector>

namespace calmcalf {

/// A user's own program, ready to be run.
struct Command {
  std::string name;  ///< what the log calls it: "hook due"
  std::vector<std::string>
      words;          ///< the program, a path or a name to be found in PATH, and its arguments; never empty
  std::string input;  ///< all that it reads on standard input
};

/// Runs users' own programs, without a shell. Nothing here waits and nothing here fails: what a program prints, and
/// what goes wrong, is for the log. What takes too long is ended, and all that runs is ended with this.
class CommandRunner {
 public:
  CommandRunner() = default;
  CommandRunner(const CommandRunner&) = delete;
  CommandRunner& operator=(const CommandRunner&) = delete;
  virtual ~CommandRunner() = default;

  virtual void run(Command command) = 0;
};

}  // namespace calmcalf
