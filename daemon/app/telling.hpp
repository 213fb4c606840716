// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <string_view>

#include "domain/happening.hpp"
#include "domain/routine.hpp"
#include "domain/zone.hpp"

namespace calmcalf {

/// One JSON object in one line: "at", "event", and where they apply "step", "night", "number", "steps", "until",
/// "source", "message". Times as in the zone.
[[nodiscard]] std::string to_json_line(const Happening& happening, const Zone& zone);

/// The same with the step's "title", and where it is shown its "text", too.
[[nodiscard]] std::string to_json_line(const Happening& happening, const Zone& zone, const Step& step);

/// The same for what is no happening: "at", "event" and "night".
[[nodiscard]] std::string to_json_line(Instant at, const Zone& zone, std::string_view event, Night night);

/// One line for people: "2026-11-23 22:15  shown calf-stretch".
[[nodiscard]] std::string to_line(const Happening& happening, const Zone& zone);

/// The same for what is no happening, in words.
[[nodiscard]] std::string to_line(Instant at, const Zone& zone, std::string_view what);

}  // namespace calmcalf
