// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <string_view>

namespace calmcalf::cli {

/// `text` as a terminal may be given it: control characters but for tabs, and what is not UTF-8, become U+FFFD.
[[nodiscard]] std::string printable(std::string_view text);

/// The length of the character that `text`, which must not be empty, begins with; 0 where it begins with none that is
/// UTF-8.
[[nodiscard]] std::size_t character_length(std::string_view text);

}  // namespace calmcalf::cli
