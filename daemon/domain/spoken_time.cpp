// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "domain/spoken_time.hpp"

#include "domain/iso8601.hpp"

namespace calmcalf {

std::optional<SpokenTime> parse_spoken_time(std::string_view text) {
  if (const auto time = parse_time_of_day(text)) return *time;
  if (const auto local = parse_local_time(text)) return *local;
  return std::nullopt;
}

Instant coming(const SpokenTime& time, const Zone& zone, Instant now) {
  if (const auto* local = std::get_if<LocalTime>(&time)) return zone.to_instant(*local);
  return zone.next_showing(std::get<TimeOfDay>(time), now);
}

Instant latest(const SpokenTime& time, const Zone& zone, Instant now) {
  if (std::holds_alternative<LocalTime>(time)) return coming(time, zone, now);
  const auto clock = std::get<TimeOfDay>(time);
  auto last = zone.next_showing(clock, now - std::chrono::days{1});
  // In a day of 25 hours the clock shows a time twice; in one of 23 hours it can be a day and an hour ago.
  if (last > now) last = zone.next_showing(clock, now - std::chrono::days{2});
  for (auto next = zone.next_showing(clock, last + Duration{1}); next <= now;
       next = zone.next_showing(clock, last + Duration{1}))
    last = next;
  return last;
}

Instant of_night(const SpokenTime& time, Night night, const Zone& zone) {
  const auto* clock = std::get_if<TimeOfDay>(&time);
  if (clock == nullptr) return zone.to_instant(std::get<LocalTime>(time));
  constexpr std::chrono::hours noon{12};
  const auto date = clock->since_midnight < noon ? night.next() : night;
  return zone.to_instant(date.evening + clock->since_midnight);
}

bool shows(const SpokenTime& time, const Zone& zone, Instant instant) {
  const auto local = zone.to_local(instant);
  if (const auto* said = std::get_if<LocalTime>(&time)) return *said == local;
  return std::get<TimeOfDay>(time).since_midnight == local - std::chrono::floor<std::chrono::days>(local);
}

}  // namespace calmcalf
