// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace calmcalf {

/// How a program is run.
struct ProgramRun {
  enum class Out { file, terminal, full_disk, closed, nobody_reads };

  std::filesystem::path program;
  std::vector<std::string> arguments;
  std::map<std::string, std::string> environment;  ///< and nothing else, but what sanitizers are told
  std::filesystem::path folder;                    ///< it runs in
  std::string in;                                  ///< what it reads on standard input
  Out out = Out::file;
};

/// What a program left behind.
struct FinishedProgram {
  int status = -1;  ///< its exit status; 128 and the number of the signal that ended it
  std::string out;
  std::string err;
};

/// Runs a program and waits for its end.
[[nodiscard]] FinishedProgram finish(const ProgramRun& run);

}  // namespace calmcalf
