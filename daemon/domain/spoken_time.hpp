// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string_view>
#include <variant>

#include "domain/zone.hpp"

namespace calmcalf {

/// A time as a person says it: 22:30, or with its date.
using SpokenTime = std::variant<TimeOfDay, LocalTime>;

/// "22:30", "22:30:15", "2026-11-23T22:30", "2026-11-23 22:30:15".
[[nodiscard]] std::optional<SpokenTime> parse_spoken_time(std::string_view text);

/// What is meant by it of what is to come: without a date the next such time, `now` included.
[[nodiscard]] Instant coming(const SpokenTime& time, const Zone& zone, Instant now);

/// What is meant by it of what has been: without a date the last such time, `now` included.
[[nodiscard]] Instant latest(const SpokenTime& time, const Zone& zone, Instant now);

/// What is meant by it of a night: without a date before noon the morning after its evening.
[[nodiscard]] Instant of_night(const SpokenTime& time, Night night, const Zone& zone);

/// Whether that is what the clock shows at `instant`. It is not where it stands for a time that the clocks skipped.
[[nodiscard]] bool shows(const SpokenTime& time, const Zone& zone, Instant instant);

}  // namespace calmcalf
