// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace calmcalf::cli {

/// `text` in lines of `width` columns at most, broken at blanks, and between wide characters. What is longer than that
/// has a line of its own.
[[nodiscard]] std::vector<std::string> wrapped(std::string_view text, std::size_t width);

}  // namespace calmcalf::cli
