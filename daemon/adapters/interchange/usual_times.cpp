// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT

#include "adapters/interchange/usual_times.hpp"

#include <algorithm>
#include <memory>
#include <string>

#include "domain/schedule.hpp"

namespace calmcalf::interchange {

namespace {

/// A place whose clocks are never changed, so that its instants are the times on the clock.
class UnchangingZone : public Zone {
 public:
  [[nodiscard]] std::string name() const override { return "UTC"; }
  [[nodiscard]] ZoneSpan span_at(Instant /*instant*/) const override {
    return {Instant::min(), Instant::max(), Duration{0}};
  }
};

Schedule usual_schedule(const Routine& routine) {
  auto usual = std::make_shared<Routine>(routine);
  usual->bedtime.exceptions.clear();
  for (auto& step : usual->steps) step.monthdays.set();
  return {std::move(usual), std::make_shared<UnchangingZone>()};
}

}  // namespace

std::vector<UsualTime> usual_times(const Routine& routine) {
  constexpr std::chrono::local_days a_monday{std::chrono::year{2024} / std::chrono::January / 1};
  const auto schedule = usual_schedule(routine);
  std::vector<UsualTime> times;
  for (int day = 0; day < 7; ++day) {
    const auto night = Night{a_monday} + day;
    for (const auto& occurrence : schedule.occurrences(night)) {
      const auto local = schedule.zone().to_local(occurrence.due);
      const auto date = std::chrono::floor<std::chrono::days>(local);
      const UsualTime time{occurrence.step_index, occurrence.id.number, date - night.evening, {local - date}, {}};
      auto known = std::ranges::find_if(times, [&](const UsualTime& one) {
        return one.step_index == time.step_index && one.number == time.number && one.on(night) == local;
      });
      if (known == times.end()) known = times.insert(known, time);
      known->weekdays.set(night.weekday().c_encoding());
    }
  }
  std::ranges::stable_sort(times, {}, [](const UsualTime& one) { return std::pair{one.step_index, one.number}; });
  return times;
}

std::vector<std::chrono::weekday> listed(std::bitset<7> weekdays) {
  std::vector<std::chrono::weekday> list;
  for (auto day = std::chrono::Monday; list.size() < weekdays.count(); ++day)
    if (weekdays.test(day.c_encoding())) list.push_back(day);
  return list;
}

}  // namespace calmcalf::interchange
