// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <span>
#include <string>
#include <string_view>

namespace calmcalf::toml_file {

/// `text` in quotes, fit for a message on one line of a terminal: control characters as '?', long text cut short.
[[nodiscard]] std::string in_quotes(std::string_view text);

/// The same without the quotes, for keys.
[[nodiscard]] std::string printable(std::string_view text);

/// "a, b and c".
[[nodiscard]] std::string listed(std::span<const std::string_view> names);

}  // namespace calmcalf::toml_file
