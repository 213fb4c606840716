// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/zone/glib_zone.hpp"

#include <algorithm>
#include <utility>

#include <glib.h>

namespace calmcalf {

namespace {

/// Changes are seldom nearer to each other, so the search for one begins with it.
constexpr Duration first_step = std::chrono::days{64};
constexpr Duration longest_step = Duration::max() / 4;

/// GLib's number of the stretch. It grows with time.
int stretch_at(GTimeZone* zone, Instant instant) {
  return g_time_zone_find_interval(zone, G_TIME_TYPE_UNIVERSAL, instant.time_since_epoch().count());
}

Instant earlier(Instant instant, Duration by) {
  return instant < Instant::min() + by ? Instant::min() : instant - by;
}

Instant later(Instant instant, Duration by) {
  return instant > Instant::max() - by ? Instant::max() : instant + by;
}

/// The first instant of a stretch beyond `stretch`, somewhere after `before` and not after `after`.
Instant first_beyond(GTimeZone* zone, int stretch, Instant before, Instant after) {
  while (after - before > Duration{1}) {
    const Instant middle = before + (after - before) / 2;
    (stretch_at(zone, middle) > stretch ? after : before) = middle;
  }
  return after;
}

Instant begin_of_stretch(GTimeZone* zone, Instant within) {
  const int stretch = stretch_at(zone, within);
  Duration step = first_step;
  for (Instant known = within; known != Instant::min(); step = std::min(2 * step, longest_step)) {
    const Instant tried = earlier(known, step);
    if (stretch_at(zone, tried) < stretch) return first_beyond(zone, stretch - 1, tried, known);
    known = tried;
  }
  return Instant::min();
}

Instant end_of_stretch(GTimeZone* zone, Instant within) {
  const int stretch = stretch_at(zone, within);
  Duration step = first_step;
  for (Instant known = within; known != Instant::max(); step = std::min(2 * step, longest_step)) {
    const Instant tried = later(known, step);
    if (stretch_at(zone, tried) > stretch) return first_beyond(zone, stretch, known, tried);
    known = tried;
  }
  return Instant::max();
}

/// The last part that has begun by `instant`.
std::vector<GlibZone::Part>::const_iterator part_at(const std::vector<GlibZone::Part>& parts, Instant instant) {
  return std::prev(std::ranges::upper_bound(parts, instant, {}, &GlibZone::Part::from));
}

}  // namespace

void UnrefTimeZone::operator()(GTimeZone* zone) const noexcept {
  g_time_zone_unref(zone);
}

GlibZone::GlibZone(std::string name, std::vector<Part> parts) : name_{std::move(name)}, parts_{std::move(parts)} {}

ZoneSpan GlibZone::span_at(Instant instant) const {
  const auto after = std::ranges::upper_bound(known_, instant, {}, &ZoneSpan::begin);
  if (after != known_.begin()) {
    const ZoneSpan& before = *std::prev(after);
    // Instant::max() itself belongs to the last stretch, though it is the end of it.
    if (instant < before.end || before.end == Instant::max()) return before;
  }
  return *known_.insert(after, search(instant));
}

ZoneSpan GlibZone::search(Instant instant) const {
  const auto part = part_at(parts_, instant);
  const auto next = std::next(part);
  const Instant part_ends = next == parts_.end() ? Instant::max() : next->from;
  GTimeZone* zone = part->zone.get();
  return {std::max(part->from, begin_of_stretch(zone, instant)), std::min(part_ends, end_of_stretch(zone, instant)),
          Duration{g_time_zone_get_offset(zone, stretch_at(zone, instant))}};
}

std::string abbreviation_at(const std::vector<GlibZone::Part>& parts, Instant instant) {
  GTimeZone* zone = part_at(parts, instant)->zone.get();
  return g_time_zone_get_abbreviation(zone, stretch_at(zone, instant));
}

}  // namespace calmcalf
