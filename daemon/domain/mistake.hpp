// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <vector>

namespace calmcalf {

/// Something wrong in a file a person wrote, and what would be right.
struct Mistake {
  enum class Severity {
    error,    ///< the file cannot be used
    caution,  ///< it can, but its owner should know
  };

  std::string file;
  int line = 1;     ///< from 1
  int column = 1;   ///< from 1, in characters
  std::string key;  ///< "step[2].before_bed"; empty where the file as a whole is meant
  std::string message;
  Severity severity = Severity::error;

  friend bool operator==(const Mistake&, const Mistake&) = default;
};

using Mistakes = std::vector<Mistake>;

/// "FILE:LINE:COLUMN: KEY: what is wrong, what would be right".
[[nodiscard]] std::string to_text(const Mistake& mistake);

/// Whether any of them forbids the use of the file.
[[nodiscard]] bool has_errors(const Mistakes& mistakes);

}  // namespace calmcalf
