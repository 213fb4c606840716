// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <vector>

#include <nlohmann/json.hpp>

#include "cli/command.hpp"
#include "cli/invocation.hpp"

namespace calmcalf::cli {

/// The rows of what can be said of a cramp: where, how bad, how long, after what, what was tried.
[[nodiscard]] std::vector<Option> cramp_details();

/// The same, read, as the service takes them; what was not given is not among it. Throws UsageError.
[[nodiscard]] nlohmann::ordered_json read_cramp_details(const Invocation& invocation);

/// The option --number, which of a night's cramps is meant.
[[nodiscard]] Option cramp_number_row();
void read_cramp_number(const Invocation& invocation, nlohmann::ordered_json& options);

}  // namespace calmcalf::cli
