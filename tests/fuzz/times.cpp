// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
//
// Durations, dates and times as people and files write them: one text, tried as each. Times that are spoken are meant
// around changes of the clocks.
#include <array>
#include <optional>
#include <string>

#include "adapters/zone/glib_zones.hpp"
#include "domain/duration.hpp"
#include "domain/iso8601.hpp"
#include "domain/moment.hpp"
#include "domain/spoken_time.hpp"
#include "fuzz/target.hpp"

namespace calmcalf::fuzz {
namespace {

/// What was understood and is written out again is understood as the same.
template <class Value, class Parse>
void write_and_read(const std::optional<Value>& value, Parse parse, std::string_view claim) {
  if (!value) return;
  std::string written;
  if constexpr (requires { to_iso(*value); })
    written = to_iso(*value);
  else
    written = to_text(*value);
  must_hold(parse(written) == value, claim);
}

void mean(TimeOfDay time, const Zone& zone, Instant now) {
  // A clock may be put on by a day, as Apia's was.
  constexpr std::chrono::hours farthest{49};
  const auto next = coming(time, zone, now);
  must_hold(next >= now && next - now <= farthest, "a time to come is one of today or tomorrow");
  const auto last = latest(time, zone, now);
  must_hold(last <= now && now - last <= farthest, "a time that was is one of today or yesterday");
}

void mean(LocalTime time, const Zone& zone, Instant now) {
  const auto instant = coming(time, zone, now);
  must_hold(instant == latest(time, zone, now), "a time with a date is the same to come and past");
  must_hold(zone.to_local(instant) >= time, "a time that the clocks skip is the first one after it");
  must_hold(
      zone.to_local(instant - Duration{1}) < time || zone.offset_at(instant - Duration{1}) > zone.offset_at(instant),
      "a time that the clocks repeat is the first of the two");
}

void mean(const SpokenTime& spoken) {
  static const GlibZones zones;
  static const std::array named{zones.find("UTC"), zones.find("Europe/Berlin"), zones.find("Australia/Lord_Howe"),
                                zones.find("Pacific/Apia")};
  static const std::array moments{
      parse_moment("2026-03-29T03:00:00+02:00")->at, parse_moment("2026-10-25T02:30:00+01:00")->at,
      parse_moment("2026-10-04T02:30:00+11:00")->at, parse_moment("2011-12-31T00:00:00+14:00")->at};
  for (const auto& zone : named) {
    if (zone == nullptr) continue;
    for (const auto now : moments) {
      std::visit([&](const auto& time) { mean(time, *zone, now); }, spoken);
      const auto night = Night{std::chrono::floor<std::chrono::days>(zone->to_local(now))};
      static_cast<void>(shows(spoken, *zone, of_night(spoken, night, *zone)));
    }
  }
}

}  // namespace

void try_times(std::string_view text) {
  write_and_read(parse_duration(text), parse_duration, "a duration reads back");
  write_and_read(parse_night(text), parse_night, "a date reads back");
  write_and_read(parse_local_time(text), parse_local_time, "a local time reads back");
  write_and_read(parse_time_of_day(text), parse_time_of_day, "a time of day reads back");
  write_and_read(parse_moment(text), parse_moment, "a moment reads back");
  if (const auto spoken = parse_spoken_time(text)) mean(*spoken);
}

}  // namespace calmcalf::fuzz
