// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "domain/instant.hpp"

namespace calmcalf {

/// "2026-11-23".
[[nodiscard]] std::string to_iso(Night night);
[[nodiscard]] std::optional<Night> parse_night(std::string_view text);

/// "2026-11-23T22:30:00+01:00"; `offset` is local time minus UTC.
[[nodiscard]] std::string to_iso(Instant instant, Duration offset);

/// "2026-11-23T22:30:00", seconds may be left out; a blank instead of the T is read too.
[[nodiscard]] std::string to_iso(LocalTime local);
[[nodiscard]] std::optional<LocalTime> parse_local_time(std::string_view text);

/// "22:30" where the seconds are zero, else "22:30:15".
[[nodiscard]] std::string to_text(TimeOfDay time);

/// "HH:MM" or "HH:MM:SS", 00:00 to 23:59:59.
[[nodiscard]] std::optional<TimeOfDay> parse_time_of_day(std::string_view text);

[[nodiscard]] TimeOfDay time_of_day(LocalTime local);

}  // namespace calmcalf
