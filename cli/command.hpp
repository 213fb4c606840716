// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <string_view>
#include <vector>

#include "cli/exit_status.hpp"

namespace calmcalf::cli {

class Invocation;
struct Surroundings;

/// A word after the command, such as a file.
struct Parameter {
  enum class Count { one, at_most_one, at_least_one };

  std::string_view name;  ///< "FILE"
  Count count = Count::one;
};

struct Option {
  std::string_view name;   ///< "--from"
  std::string_view value;  ///< what it takes: "DATE"; empty: nothing, it is there or not
  std::string_view help;
};

struct Example {
  std::string_view line;
  std::string_view does;
};

/// A row of the table of commands: all that is known of one.
struct Command {
  using Run = ExitStatus (*)(const Invocation&, Surroundings&);

  std::string_view name{};
  std::string_view summary{};  ///< its line in the program's help
  std::string_view about{};    ///< what its own help teaches, in lines of at most 80 characters
  std::vector<Parameter> parameters{};
  std::vector<Option> options{};
  std::vector<Example> examples{};
  Run run = nullptr;
};

}  // namespace calmcalf::cli
