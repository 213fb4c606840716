// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT

#pragma once
#include "adapters/interchange/text_sink.hpp"
#include "domain/schedule.hpp"

namespace calmcalf::interchange {

/// How many nights are looked at one by one.
inline constexpr int nights_of_calendar = 366;

/// The routine as an iCalendar file (RFC 5545): recurring events with alarms, from the night `from` on and without end.
/// Nights of the coming year that differ from the usual, by exceptions, rest days and changes of the clock, are as
/// schedule.occurrences() has them. `now` goes into the file.
void write_calendar(const Schedule& schedule, Night from, Instant now, const TextSink& sink);

}  // namespace calmcalf::interchange
