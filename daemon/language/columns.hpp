// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace calmcalf {

/// How many columns of a terminal a text in UTF-8 takes: two for a wide character (Unicode Standard Annex 11), none for
/// one that sits on another. What is not UTF-8 counts a column a byte.
[[nodiscard]] std::size_t columns_of(std::string_view text);

/// The parts of a word between which a line may end: a script of wide characters has no spaces. Closing punctuation
/// stays with what it closes.
[[nodiscard]] std::vector<std::string_view> parts_of_word(std::string_view word);

/// With spaces behind it, up to that many columns.
[[nodiscard]] std::string padded(std::string text, std::size_t columns);

}  // namespace calmcalf
