// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

#include "cli/ink.hpp"
#include "domain/instant.hpp"

namespace calmcalf::cli {

/// The evening as the service tells it (Service::status()), as a page for a terminal: what is done, what comes,
/// bedtime, and what to do about what is due. Ends with a line end.
[[nodiscard]] std::string status_page(const nlohmann::ordered_json& status, Instant now, const Ink& ink);

/// Its next reminder in a line: "22:15  Stretch your calves (calf-stretch), in 25 min". Not for null.
[[nodiscard]] std::string next_line(const nlohmann::ordered_json& next, Instant now);

/// An event as the service tells it, in a sentence: "calf-stretch is snoozed until 22:40."
[[nodiscard]] std::string event_sentence(const nlohmann::ordered_json& event);

/// "22:30", of a time as the service tells it, seconds left out.
[[nodiscard]] std::string clock_time(std::string_view iso);

/// Roughly how long, as one says it: "25 min", "2 h 5 min", "3 days".
[[nodiscard]] std::string rough_duration(Duration duration);

}  // namespace calmcalf::cli
