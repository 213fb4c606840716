// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/toml/findings.hpp"

#include <utility>

namespace calmcalf::toml_file {

Findings::Findings(std::string file) : file_{std::move(file)} {}

void Findings::error(Position at, std::string key, std::string message) {
  ++errors_;
  add(at, std::move(key), std::move(message), Mistake::Severity::error);
}

void Findings::caution(Position at, std::string key, std::string message) {
  add(at, std::move(key), std::move(message), Mistake::Severity::caution);
}

Mistakes Findings::in_order() const {
  Mistakes sorted;
  sorted.reserve(mistakes_.size());
  for (const auto& [at, mistake] : mistakes_) sorted.push_back(mistake);
  return sorted;
}

void Findings::add(Position at, std::string key, std::string message, Mistake::Severity severity) {
  mistakes_.emplace(at, Mistake{file_, at.line, at.column, std::move(key), std::move(message), severity});
}

}  // namespace calmcalf::toml_file
