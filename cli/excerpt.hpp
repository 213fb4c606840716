// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <string_view>

namespace calmcalf::cli {

/// Two lines that show where something is: the line of a text, and under it a caret at the column, both from 1, columns
/// in characters. Of a long line only what is around the column. Empty where the text has no such line, or nothing in
/// it.
[[nodiscard]] std::string excerpt(std::string_view text, int line, int column);

}  // namespace calmcalf::cli
