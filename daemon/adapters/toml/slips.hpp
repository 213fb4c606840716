// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace calmcalf::toml_file {

/// A value that is no TOML, though what was meant is plain.
struct Slip {
  std::string message;
  std::string meant;  ///< the value as TOML
};

/// `value` is what stands unquoted after '=' or between commas. None where it may be TOML, or cannot be guessed.
[[nodiscard]] std::optional<Slip> slip_in(std::string_view value);

}  // namespace calmcalf::toml_file
