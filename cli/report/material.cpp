// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/report/material.hpp"

#include <algorithm>
#include <utility>

#include "domain/catalogue.hpp"
#include "language/tr.hpp"

namespace calmcalf::cli {
namespace {

Night date_on_the_wall(const Moment& moment) {
  return {std::chrono::floor<std::chrono::days>(LocalTime{moment.at.time_since_epoch() + moment.offset})};
}

/// What a clock that was ahead dated later than now is not shown.
Period whole_period(const CalendarNights& nights, const NightRange& asked, Night today) {
  const auto last = std::min(asked.until.value_or(today), today);
  const auto first = nights.empty() ? last : nights.begin()->first;
  return {std::min(asked.from.value_or(first), last), last};
}

Night first_of_twelve_months(Night last) {
  const auto date = last.date();
  return {std::chrono::local_days{(date.year() / date.month() - std::chrono::months{11}) / std::chrono::day{1}}};
}

}  // namespace

ReportMaterial::ReportMaterial(const Ledger& recorded, const NightRange& asked_for,
                               std::shared_ptr<const Routine> routine_in_force, std::optional<Tonight> evening_at_hand,
                               Moment now)
    : asked{asked_for},
      routine{std::move(routine_in_force)},
      tonight{std::move(evening_at_hand)},
      written{now},
      standing{recorded},
      statistics{statistics_of(standing)},
      nights{calendar_nights(standing, statistics)},
      all{whole_period(nights, asked, tonight ? tonight->night : date_on_the_wall(written))},
      recent{std::max(all.first, first_of_twelve_months(all.last)), all.last} {}

std::string ReportMaterial::title_of(const StepId& step) const {
  if (const auto* known = routine == nullptr ? nullptr : routine->find(step)) return known->title;
  if (const auto* known = find_in_catalogue(step.text)) return tr(known->title);
  return step.text;
}

}  // namespace calmcalf::cli
