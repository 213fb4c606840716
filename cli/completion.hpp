// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "cli/command.hpp"

namespace calmcalf::cli {

/// A word that can stand where somebody is typing, and what it is.
struct Candidate {
  std::string text;
  std::string description{};
};

/// What can stand in the place of the last word of an unfinished command line.
struct Completion {
  std::vector<Candidate> candidates;  ///< as far as the table of commands knows them
  Kind kind = Kind::free;             ///< of what can stand there besides

  std::string joined_to;                ///< "--night=" where a value is typed in one word with its option
  std::vector<std::string> words;       ///< those of the command before it
  std::optional<std::string> schedule;  ///< the file that --schedule names before it
};

/// Reads words as read_command_line() does, but minds none that make no sense. `words` are those after the program's
/// name, the one being typed the last of them; it need not have begun. How its beginning narrows the candidates is the
/// shell's to decide: not all of them compare letter by letter.
[[nodiscard]] Completion completion_of(std::span<const std::string> words, std::span<const Command> commands,
                                       std::span<const Option> global_options);

}  // namespace calmcalf::cli
