// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/toml/findings.hpp"

#include <algorithm>
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
  Mistakes sorted = mistakes_;
  std::ranges::stable_sort(sorted, {}, [](const Mistake& mistake) { return Position{mistake.line, mistake.column}; });
  return sorted;
}

void Findings::add(Position at, std::string key, std::string message, Mistake::Severity severity) {
  mistakes_.push_back({file_, at.line, at.column, std::move(key), std::move(message), severity});
}

}  // namespace calmcalf::toml_file
