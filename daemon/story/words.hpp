// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace calmcalf::story {

/// Splits a line at blanks; "double quotes" hold blanks together, and '#' at the beginning of a word begins a comment.
/// None where a quote is left open.
[[nodiscard]] std::optional<std::vector<std::string>> split_words(std::string_view line);

}  // namespace calmcalf::story
