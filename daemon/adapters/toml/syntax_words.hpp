// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <string_view>

namespace calmcalf::toml_file {

/// The parser's description of a syntax error in the words of this program: what is wrong, what would be right.
[[nodiscard]] std::string in_plain_words(std::string_view description);

}  // namespace calmcalf::toml_file
