// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/report/cramp_figures.hpp"

#include <algorithm>
#include <chrono>

#include "domain/iso8601.hpp"

namespace calmcalf::cli {
namespace {

int days_since_monday(Night night) {
  return static_cast<int>(night.weekday().iso_encoding()) - 1;
}

constexpr int hours_of_day = 24;
constexpr int noon = 12;

int hour_of(const DatedCramp& dated) {
  const LocalTime local{dated.cramp->at->time_since_epoch() + dated.cramp->at_offset};
  return static_cast<int>(std::chrono::floor<std::chrono::hours>(time_of_day(local).since_midnight).count());
}

template <class Figures, class Kind>
void count_one(Figures& figures, Kind kind) {
  ++figures.at(static_cast<std::size_t>(kind));
}

void count_cramp(const DatedCramp& dated, CrampFigures& figures) {
  const auto& cramp = *dated.cramp;
  if (cramp.at) {
    count_one(figures.hours, hour_of(dated));
    ++figures.with_time;
  }
  if (cramp.side) count_one(figures.sides, *cramp.side);
  if (cramp.muscle) count_one(figures.muscles, *cramp.muscle);
  if (cramp.woke) ++figures.woke;
  for (const auto trigger : cramp.triggers) count_one(figures.triggers, trigger);
  for (const auto relief : cramp.relief) count_one(figures.reliefs, relief);
}

/// The hours from one noon to the next.
int hour_after_noon(int place) {
  return (noon + place) % hours_of_day;
}

}  // namespace

std::vector<DatedCramp> cramps_of(const ReportMaterial& material, const Period& period) {
  std::vector<DatedCramp> cramps;
  for (const auto& [night, progress] : material.standing.nights()) {
    if (!period.has(night)) continue;
    for (const auto& [id, cramp] : progress.diary.cramps) cramps.push_back({night, &cramp});
  }
  return cramps;
}

std::optional<Spread> spread_of(std::vector<int> values) {
  if (values.empty()) return std::nullopt;
  std::ranges::sort(values);
  const auto half = values.size() / 2;
  const auto upper = values[half];
  const auto lower = values.size() % 2 == 0 ? values[half - 1] : upper;
  return Spread{static_cast<int>(values.size()), values.front(), (lower + upper) / 2.0, values.back()};
}

CrampFigures cramp_figures(const ReportMaterial& material, const Period& period) {
  CrampFigures figures;
  std::vector<int> severities;
  std::vector<int> minutes;
  for (const auto& dated : cramps_of(material, period)) {
    count_cramp(dated, figures);
    if (dated.cramp->severity) severities.push_back(*dated.cramp->severity);
    if (dated.cramp->minutes) minutes.push_back(*dated.cramp->minutes);
  }
  figures.severity = spread_of(std::move(severities));
  figures.minutes = spread_of(std::move(minutes));
  for (const auto& [night, progress] : material.standing.nights())
    if (period.has(night)) figures.count(progress.diary);
  return figures;
}

std::vector<std::vector<CrampWeek>> cramp_quarters(const CalendarNights& nights, const Period& period) {
  constexpr int week = 7;
  constexpr int weeks_of_quarter = 13;
  constexpr int most = 4;
  const auto last_monday = period.last - days_since_monday(period.last);
  const auto weeks = (last_monday - (period.first - days_since_monday(period.first))) / week + 1;
  const auto number = std::min((weeks + weeks_of_quarter - 1) / weeks_of_quarter, most);
  const auto first = last_monday - (number * weeks_of_quarter - 1) * week;
  std::vector<std::vector<CrampWeek>> quarters(static_cast<std::size_t>(number));
  auto monday = first;
  for (auto& quarter : quarters)
    for (int i = 0; i < weeks_of_quarter; ++i, monday = monday + week) quarter.push_back({.monday = monday});
  for (auto night = nights.lower_bound(first); night != nights.end() && night->first <= period.last; ++night) {
    const auto place = static_cast<std::size_t>((night->first - first) / week);
    auto& counted = quarters[place / weeks_of_quarter][place % weeks_of_quarter];
    counted.cramps += night->second.cramps;
    if (night->second.known) ++counted.nights_known;
  }
  return quarters;
}

std::vector<int> hours_to_show(const std::array<int, 24>& hours) {
  int first = 21 - noon;
  int last = hours_of_day - noon + 6;
  for (int place = 0; place < hours_of_day; ++place) {
    if (hours.at(static_cast<std::size_t>(hour_after_noon(place))) == 0) continue;
    first = std::min(first, place);
    last = std::max(last, place);
  }
  std::vector<int> shown;
  for (int place = first; place <= last; ++place) shown.push_back(hour_after_noon(place));
  return shown;
}

std::vector<int> typical_hours(const std::array<int, 24>& hours) {
  const auto most = *std::ranges::max_element(hours);
  std::vector<int> typical;
  if (most == 0) return typical;
  for (int place = 0; place < hours_of_day; ++place) {
    const auto hour = hour_after_noon(place);
    if (hours.at(static_cast<std::size_t>(hour)) == most) typical.push_back(hour);
  }
  return typical;
}

}  // namespace calmcalf::cli
