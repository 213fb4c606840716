// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "cli/command.hpp"
#include "cli/invocation.hpp"
#include "cli/surroundings.hpp"

namespace calmcalf::cli {

/// What every command does that asks the service for something: asks, and prints what came of it, in sentences or as
/// a JSON array of events. `otherwise` is said where nothing did, since it was so already.
ExitStatus ask_and_tell(const Invocation& invocation, Surroundings& surroundings, const std::string& method,
                        const std::vector<nlohmann::ordered_json>& arguments, nlohmann::ordered_json options,
                        std::string_view otherwise);

/// The option --night of an answer, as the service takes it: an object, empty where it was not given. Throws
/// UsageError.
[[nodiscard]] nlohmann::ordered_json night_option(const Invocation& invocation);

/// Throws UsageError where `text` is no such thing.
void need_time(const Invocation& invocation, std::string_view text);
[[nodiscard]] Duration need_duration(const Invocation& invocation, std::string_view text);

/// The row of --night in a command's table of options.
[[nodiscard]] Option night_row();

}  // namespace calmcalf::cli
