// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "domain/mistake.hpp"

#include <algorithm>

namespace calmcalf {

std::string to_text(const Mistake& mistake) {
  std::string text = mistake.file + ':' + std::to_string(mistake.line) + ':' + std::to_string(mistake.column) + ": ";
  if (!mistake.key.empty()) text += mistake.key + ": ";
  return text + mistake.message;
}

bool has_errors(const Mistakes& mistakes) {
  return std::ranges::any_of(mistakes,
                             [](const Mistake& mistake) { return mistake.severity == Mistake::Severity::error; });
}

}  // namespace calmcalf
