// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "domain/instant.hpp"

namespace calmcalf {

/// Reads "1d 2h 30m 10s": any subset, in this order, spaces optional. None where the text is anything else, or longer
/// than a thousand days. "0m" is zero.
[[nodiscard]] std::optional<Duration> parse_duration(std::string_view text);

/// The shortest text that parse_duration reads back: "1h 30m"; zero is "0m". For durations from zero up.
[[nodiscard]] std::string to_text(Duration duration);

}  // namespace calmcalf
