// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace calmcalf::toml_file {

/// The one of `known` that a person may have meant by `word`: few letters away, capitals aside. None where none is.
[[nodiscard]] std::optional<std::string_view> nearest(std::string_view word, std::span<const std::string_view> known);

/// What would be right instead of `word`: `did you mean "friday"?`, or all there is to choose from.
[[nodiscard]] std::string what_is_known(std::string_view word, std::span<const std::string_view> known);

}  // namespace calmcalf::toml_file
