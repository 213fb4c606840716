// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string_view>

#include "cli/invocation.hpp"
#include "domain/instant.hpp"

namespace calmcalf::cli {

/// The date that an option gives; none where it was not given. Throws UsageError where it is none.
[[nodiscard]] std::optional<Night> night_of(const Invocation& invocation, std::string_view option);

struct NumberRange {
  int least;
  int most;
};

/// The whole number that an option gives; none where it was not given. Throws UsageError where it is none, or out of
/// range.
[[nodiscard]] std::optional<int> number_of(const Invocation& invocation, std::string_view option, NumberRange range);

}  // namespace calmcalf::cli
