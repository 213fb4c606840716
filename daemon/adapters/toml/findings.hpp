// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <map>
#include <string>

#include "adapters/toml/document.hpp"
#include "domain/mistake.hpp"

namespace calmcalf::toml_file {

/// The mistakes found in one file so far.
class Findings {
 public:
  explicit Findings(std::string file);

  /// `key` is empty where no key is meant; `message` is "what is wrong, what would be right".
  void error(Position at, std::string key, std::string message);
  void caution(Position at, std::string key, std::string message);

  [[nodiscard]] bool has_errors() const { return errors_ > 0; }

  /// All of them, in the order of the file.
  [[nodiscard]] Mistakes in_order() const;

 private:
  void add(Position at, std::string key, std::string message, Mistake::Severity severity);

  std::string file_;
  std::multimap<Position, Mistake> mistakes_;  ///< those of one place in the order of finding
  int errors_ = 0;
};

}  // namespace calmcalf::toml_file
