// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "domain/zone.hpp"

#include <algorithm>

namespace calmcalf {

namespace {

/// More than any clock on a wall is ever away from UTC: the format of zone files allows 26 hours.
constexpr Duration farthest_from_utc = std::chrono::days{2};

constexpr Duration one_day = std::chrono::days{1};

/// Stops at the ends of the time line.
template <typename Point>
Point shifted(Point point, Duration by) {
  if (by > Duration::zero()) {
    return point > Point::max() - by ? Point::max() : point + by;
  }
  return point < Point::min() - by ? Point::min() : point + by;
}

LocalTime wall_clock(Instant instant, Duration offset) {
  return shifted(LocalTime{instant.time_since_epoch()}, offset);
}

Instant showing(LocalTime local, Duration offset) {
  return shifted(Instant{local.time_since_epoch()}, -offset);
}

/// The first reading of the wall clock from `from` on, were it never changed, that is `time`.
LocalTime first_reading(TimeOfDay time, LocalTime from) {
  const Duration wait = (time.since_midnight - from.time_since_epoch() % one_day) % one_day;
  return shifted(from, wait < Duration::zero() ? wait + one_day : wait);
}

/// Whether the change at the beginning of `span` takes the wall clock over a `time`.
bool skips(const Zone& zone, const ZoneSpan& span, TimeOfDay time) {
  const Duration before = zone.offset_at(shifted(span.begin, Duration{-1}));
  return first_reading(time, wall_clock(span.begin, before)) < wall_clock(span.begin, span.offset);
}

}  // namespace

LocalTime Zone::to_local(Instant instant) const {
  return wall_clock(instant, offset_at(instant));
}

Instant Zone::to_instant(LocalTime local) const {
  // No clock can show `local` before this, so the first stretch that comes to show it, or begins past it, is the one.
  ZoneSpan span = span_at(showing(local, farthest_from_utc));
  while (span.end != Instant::max() && wall_clock(span.end, span.offset) <= local) {
    span = span_at(span.end);
  }
  return std::max(showing(local, span.offset), span.begin);
}

Instant Zone::next_showing(TimeOfDay time, Instant from) const {
  for (ZoneSpan span = span_at(from);; span = span_at(span.end)) {
    if (from <= span.begin && span.begin != Instant::min() && skips(*this, span, time)) {
      return span.begin;
    }
    const LocalTime now_showing = wall_clock(std::max(from, span.begin), span.offset);
    const Instant shown = showing(first_reading(time, now_showing), span.offset);
    if (shown < span.end || span.end == Instant::max()) {
      return shown;
    }
  }
}

}  // namespace calmcalf
