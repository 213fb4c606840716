// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT

#pragma once
#include <string>
#include <string_view>

#include "adapters/interchange/calendar_text.hpp"
#include "domain/zone.hpp"

namespace calmcalf::interchange {

/// A VTIMEZONE: what the zone's clocks show from `from` on, with every change of the next twenty years. Programs that
/// know the zone by its name need none of it.
void write_zone(const Zone& zone, Instant from, CalendarText& out);

/// "DTSTART;TZID=Europe/Berlin".
[[nodiscard]] std::string in_zone(std::string_view property, const Zone& zone);

}  // namespace calmcalf::interchange
