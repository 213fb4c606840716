// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <span>
#include <string_view>
#include <vector>

#include "cli/exit_status.hpp"

namespace calmcalf::cli {

class Invocation;
struct Surroundings;

/// What a word stands for, so that a shell can offer what it could be.
enum class Kind {
  free,         ///< what nobody can guess: a time, a number, a note
  step,         ///< the id of a step
  guided_step,  ///< of one with a guide
  night,        ///< a date
  past_night,   ///< one that has begun
  file,
  choice,  ///< one of a few words
};

/// A word after the command, such as a file.
struct Parameter {
  /// Of `any_number` each is taken as it is, empty ones included.
  enum class Count { one, at_most_one, at_least_one, any_number };

  std::string_view name;  ///< "FILE"
  Count count = Count::one;
  Kind kind = Kind::free;
  std::span<const std::string_view> choices = {};  ///< the words, where it is one of a few
  bool is_phrase = false;                          ///< the last one: the words that follow belong to it, too
};

struct Option {
  std::string_view name;   ///< "--from"
  std::string_view value;  ///< what it takes: "DATE"; empty: nothing, it is there or not
  std::string_view help;
  Kind kind = Kind::free;                          ///< of the value
  std::span<const std::string_view> choices = {};  ///< the words, where it is one of a few
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
  bool is_hidden = false;  ///< for other programs to call: help does not list it
  Run run = nullptr;
};

}  // namespace calmcalf::cli
