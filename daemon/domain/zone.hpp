// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <string>

#include "domain/instant.hpp"

namespace calmcalf {

/// A stretch of time in which a zone keeps one distance to UTC.
struct ZoneSpan {
  Instant begin;    ///< first instant of the stretch; Instant::min() where the zone knows no earlier one
  Instant end;      ///< first instant after it; Instant::max() where the zone knows no later one
  Duration offset;  ///< local time minus UTC, positive in the east
};

/// A time zone's rules: the one thing from outside that the domain itself asks, so its interface stands here and not
/// among the ports. Implementations answer for any instant and never throw.
class Zone {
 public:
  Zone() = default;
  Zone(const Zone&) = delete;
  Zone& operator=(const Zone&) = delete;
  virtual ~Zone() = default;

  /// The IANA name ("Europe/Berlin"), or what the system calls its own zone.
  [[nodiscard]] virtual std::string name() const = 0;

  [[nodiscard]] virtual ZoneSpan span_at(Instant instant) const = 0;

  [[nodiscard]] Duration offset_at(Instant instant) const { return span_at(instant).offset; }
  [[nodiscard]] LocalTime to_local(Instant instant) const;

  /// When the wall clock first shows `local` or later: a time that a clock change skips is the first instant after
  /// it, one that occurs twice is the first.
  [[nodiscard]] Instant to_instant(LocalTime local) const;

  /// The first instant, not before `from`, at which the wall clock shows `time`, or would but for a change that skips
  /// it. Unlike to_instant this finds the second showing of a repeated hour too.
  [[nodiscard]] Instant next_showing(TimeOfDay time, Instant from) const;
};

}  // namespace calmcalf
