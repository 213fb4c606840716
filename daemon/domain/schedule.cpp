// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "domain/schedule.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace calmcalf {

namespace {

using std::chrono::hours;

/// Before these times of the clock it is still the day before: for bedtimes, and for steps with a time of their own.
constexpr TimeOfDay noon{hours{12}};

constexpr Duration night_begins_before_bedtime = hours{6};

template <class... Cases>
struct Match : Cases... {
  using Cases::operator()...;
};

}  // namespace

Schedule::Schedule(std::shared_ptr<const Routine> routine, std::shared_ptr<const Zone> zone)
    : routine_{std::move(routine)}, zone_{std::move(zone)} {
  steps_by_id_.resize(routine_->steps.size());
  std::iota(steps_by_id_.begin(), steps_by_id_.end(), std::size_t{0});
  std::ranges::sort(steps_by_id_, {}, [&](std::size_t index) -> const StepId& { return routine_->steps[index].id; });
}

std::optional<std::size_t> Schedule::index_of(const StepId& id) const {
  const auto id_at = [&](std::size_t index) -> const StepId& { return routine_->steps[index].id; };
  const auto found = std::ranges::lower_bound(steps_by_id_, id, {}, id_at);
  return found == steps_by_id_.end() || id_at(*found) != id ? std::nullopt : std::optional{*found};
}

const Step* Schedule::find(const StepId& id) const {
  const auto index = index_of(id);
  return index ? &routine_->steps[*index] : nullptr;
}

const BedtimeException* Schedule::exception_of(Night night) const {
  const auto& all = routine_->bedtime.exceptions;
  const auto found = std::ranges::find_if(all, [&](const auto& e) { return e.from <= night && night <= e.until; });
  return found == all.end() ? nullptr : &*found;
}

bool Schedule::is_rest_day(Night night) const {
  const auto* exception = exception_of(night);
  if (exception != nullptr && !exception->time) return true;
  return zone_->to_instant(night.evening) == zone_->to_instant(night.next().evening);
}

TimeOfDay Schedule::bedtime_on_clock(Night night) const {
  if (const auto* exception = exception_of(night); exception != nullptr && exception->time) return *exception->time;
  const auto& bedtime = routine_->bedtime;
  return bedtime.weekdays.at(night.weekday().c_encoding()).value_or(bedtime.usual);
}

Instant Schedule::on_clock(Night night, TimeOfDay time, TimeOfDay day_begins) const {
  const auto day = time < day_begins ? night.next() : night;
  return zone_->to_instant(day.evening + time.since_midnight);
}

Instant Schedule::bedtime(Night night, std::span<const BedtimeMove> moves) const {
  auto bedtime = on_clock(night, bedtime_on_clock(night), noon);
  for (const auto& move : moves) bedtime += move.by;
  return bedtime;
}

Instant Schedule::beginning(Night night) const {
  return bedtime(night) - night_begins_before_bedtime;
}

Instant Schedule::evening_end(Night night, std::span<const BedtimeMove> moves) const {
  return bedtime(night, moves) + evening_after_bedtime;
}

Instant Schedule::window_end(const Step& step, Night night, Instant from, std::span<const BedtimeMove> moves) const {
  const auto end = from + step.rules.expires_after;
  return std::holds_alternative<BeforeBed>(step.when) ? std::min(end, evening_end(night, moves)) : end;
}

struct Schedule::NightFrame {
  Night night;
  std::span<const BedtimeMove> moves;
  Instant bedtime_as_planned;
  Instant evening_end;
};

Schedule::NightFrame Schedule::frame_of(Night night, std::span<const BedtimeMove> moves) const {
  return {night, moves, bedtime(night), evening_end(night, moves)};
}

void Schedule::add_occurrences(std::size_t step_index, const NightFrame& frame, std::vector<Occurrence>& to) const {
  const auto night = frame.night;
  const auto& step = routine_->steps[step_index];
  if (!step.weekdays.test(night.weekday().c_encoding()) ||
      !step.monthdays.test(static_cast<unsigned>(night.date().day())))
    return;
  const auto add = [&](int number, Instant due, Instant closes) {
    to.push_back({{night, step.id, number}, step_index, due, closes});
  };
  std::visit(Match{[&](const BeforeBed& when) {
                     auto due = frame.bedtime_as_planned - when.ahead;
                     for (const auto& move : frame.moves)
                       if (due > move.at) due += move.by;
                     add(1, due, std::min(due + step.rules.expires_after, frame.evening_end));
                   },
                   [&](const AtTime& when) {
                     const auto due = on_clock(night, when.time, small_hours_end);
                     add(1, due, due + step.rules.expires_after);
                   },
                   [&](const Every& when) {
                     const auto until = on_clock(night, when.until, when.day_begins());
                     auto due = on_clock(night, when.from, when.day_begins());
                     for (int number = 1; due <= until; ++number, due += when.interval)
                       add(number, due, due + step.rules.expires_after);
                   }},
             step.when);
}

std::vector<Occurrence> Schedule::occurrences(Night night, std::span<const BedtimeMove> moves) const {
  std::vector<Occurrence> all;
  if (is_rest_day(night)) return all;
  const auto frame = frame_of(night, moves);
  for (std::size_t index = 0; index < routine_->steps.size(); ++index) add_occurrences(index, frame, all);
  return all;
}

std::vector<Occurrence> Schedule::occurrences_by_id(Night night, std::span<const BedtimeMove> moves) const {
  std::vector<Occurrence> all;
  if (is_rest_day(night)) return all;
  const auto frame = frame_of(night, moves);
  for (const auto index : steps_by_id_) add_occurrences(index, frame, all);
  return all;
}

std::vector<Occurrence> Schedule::occurrences_of(const StepId& step, Night night,
                                                 std::span<const BedtimeMove> moves) const {
  std::vector<Occurrence> its_own;
  const auto index = index_of(step);
  if (index && !is_rest_day(night)) add_occurrences(*index, frame_of(night, moves), its_own);
  return its_own;
}

Instant Schedule::handover(Night night, std::span<const BedtimeMove> moves) const {
  return std::max(evening_end(night, moves), on_clock(night.next(), small_hours_end, small_hours_end));
}

Night Schedule::night_of_cramp(Instant instant) const {
  auto night = date_of(instant).next();
  while (instant < beginning(night)) night = night - 1;
  return night;
}

std::optional<Instant> Schedule::morning_check(Night night) const {
  const auto& time = routine_->diary.morning_check;
  if (!time) return std::nullopt;
  return zone_->next_showing(*time, bedtime(night));
}

Instant Schedule::next_morning(Instant from) const {
  return zone_->next_showing(small_hours_end, from + Duration{1});
}

Night Schedule::date_of(Instant instant) const {
  return {std::chrono::floor<std::chrono::days>(zone_->to_local(instant))};
}

}  // namespace calmcalf
