// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <string_view>

namespace calmcalf::toml_file {

/// What is wrong with a value that stands without quotes, and what would be right; empty where it is one of TOML's
/// numbers, dates, times, true or false. Stricter than toml++ 3, whose assertions fail for some forms such as
/// "2026-12-24T.5".
[[nodiscard]] std::string fault_in_literal(std::string_view value);

}  // namespace calmcalf::toml_file
