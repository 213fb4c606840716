// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT

#include "adapters/interchange/calendar_zone.hpp"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

namespace calmcalf::interchange {

namespace {

constexpr Duration time_covered = std::chrono::years{20};

/// The times at which clocks are changed from one distance to UTC to another.
struct ClockChange {
  Duration from;
  Duration to;
  std::vector<LocalTime> times;  ///< by the clock before the change
};

std::string offset_text(Duration offset) {
  const std::chrono::hh_mm_ss parts{offset};
  auto text =
      fmt::format("{}{:02}{:02}", parts.is_negative() ? '-' : '+', parts.hours().count(), parts.minutes().count());
  if (parts.seconds().count() != 0) text += fmt::format("{:02}", parts.seconds().count());
  return text;
}

std::vector<ClockChange> changes_of(const Zone& zone, Instant from) {
  std::vector<ClockChange> changes;
  auto span = zone.span_at(from);
  while (span.end < from + time_covered) {
    const auto next = zone.span_at(span.end);
    const auto of_this_kind = [&](const ClockChange& one) { return one.from == span.offset && one.to == next.offset; };
    auto kind = std::ranges::find_if(changes, of_this_kind);
    if (kind == changes.end()) kind = changes.insert(kind, {span.offset, next.offset, {}});
    kind->times.emplace_back(span.end.time_since_epoch() + span.offset);
    span = next;
  }
  // Where another law came into force, but clocks were left alone.
  std::erase_if(changes, [](const ClockChange& one) { return one.from == one.to; });
  return changes;
}

void write_change(const ClockChange& change, CalendarText& out) {
  const std::string_view kind = change.to > change.from ? "DAYLIGHT" : "STANDARD";
  out.begin(kind);
  out.line("DTSTART", basic_time(change.times.front()));
  out.line("TZOFFSETFROM", offset_text(change.from));
  out.line("TZOFFSETTO", offset_text(change.to));
  std::string more;
  for (auto time = change.times.begin() + 1; time != change.times.end(); ++time) {
    if (!more.empty()) more += ',';
    more += basic_time(*time);
  }
  if (!more.empty()) out.line("RDATE", more);
  out.end(kind);
}

/// A parameter's value, which has no double quotes and, unquoted, nothing that ends one.
std::string parameter(std::string name) {
  std::erase(name, '"');
  return name.find_first_of(",:;") == std::string::npos ? name : '"' + name + '"';
}

}  // namespace

void write_zone(const Zone& zone, Instant from, CalendarText& out) {
  constexpr LocalTime long_ago{};
  const auto offset = zone.offset_at(from);
  out.begin("VTIMEZONE");
  out.text("TZID", zone.name());
  write_change({offset, offset, {long_ago}}, out);
  for (const auto& change : changes_of(zone, from)) write_change(change, out);
  out.end("VTIMEZONE");
}

std::string in_zone(std::string_view property, const Zone& zone) {
  return fmt::format("{};TZID={}", property, parameter(zone.name()));
}

}  // namespace calmcalf::interchange
