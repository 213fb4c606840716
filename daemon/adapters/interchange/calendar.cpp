// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT

#include "adapters/interchange/calendar.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "adapters/interchange/calendar_text.hpp"
#include "adapters/interchange/calendar_zone.hpp"
#include "adapters/interchange/usual_times.hpp"

namespace calmcalf::interchange {

namespace {

using std::chrono::days;

constexpr std::array<std::string_view, 7> weekday_names{"SU", "MO", "TU", "WE", "TH", "FR", "SA"};
constexpr std::string_view of_calmcalf = "@io.github.calmcalf.Calmcalf";
constexpr std::chrono::minutes shortest_event{5};
constexpr int last_of_month = -1;
constexpr int longest_month = 31;
constexpr int shortest_month = 28;

/// A step's number-th occurrences, by night, as far as no event has them yet.
using OpenOccurrences = std::map<std::pair<std::size_t, int>, std::map<Night, Instant>>;

OpenOccurrences occurrences_of_the_year(const Schedule& schedule, Night from) {
  OpenOccurrences all;
  for (int i = 0; i < nights_of_calendar; ++i) {
    for (const auto& [id, step_index, due, closes] : schedule.occurrences(from + i))
      all[{step_index, id.number}].emplace(id.night, due);
  }
  return all;
}

/// The dates of a rule that can say on which days of the month it holds.
class MonthRule {
 public:
  /// For what is due `after` nights of the `monthdays`. Days that no month has in the same place are left to single
  /// events: the night of the 30th ends on the 31st or the 1st.
  MonthRule(const std::bitset<32>& monthdays, days after) {
    for (int day = 1; day <= longest_month; ++day) {
      if (!monthdays.test(static_cast<std::size_t>(day))) continue;
      is_every_day_ = is_every_day_ && day == static_cast<int>(count_++) + 1;
      const auto date = day + static_cast<int>(after.count());
      if (date == 0)
        dates_.push_back(last_of_month);
      else if (date > 0 && date <= longest_month && (after >= days{0} || day <= shortest_month))
        dates_.push_back(date);
    }
    is_every_day_ = is_every_day_ && count_ == longest_month;
  }

  [[nodiscard]] bool is_every_day() const { return is_every_day_; }
  [[nodiscard]] const std::vector<int>& dates() const { return dates_; }

  [[nodiscard]] bool holds_on(std::chrono::local_days day) const {
    if (is_every_day_) return true;
    const std::chrono::year_month_day date{day};
    const bool is_last = std::chrono::year_month_day{day + days{1}}.month() != date.month();
    return std::ranges::any_of(dates_, [&](int one) {
      return one == last_of_month ? is_last : one == static_cast<int>(static_cast<unsigned>(date.day()));
    });
  }

 private:
  std::vector<int> dates_;
  std::size_t count_ = 0;
  bool is_every_day_ = true;
};

std::string weekdays_of(const UsualTime& usual) {
  std::vector<std::string_view> names;
  for (const auto day : listed(usual.weekdays)) names.push_back(weekday_names.at((day + usual.after).c_encoding()));
  return fmt::format("{}", fmt::join(names, ","));
}

std::string rule_of(const UsualTime& usual, const MonthRule& month) {
  if (month.is_every_day() && usual.weekdays.all()) return "FREQ=DAILY";
  if (month.is_every_day()) return "FREQ=WEEKLY;BYDAY=" + weekdays_of(usual);
  auto rule = fmt::format("FREQ=MONTHLY;BYMONTHDAY={}", fmt::join(month.dates(), ","));
  if (!usual.weekdays.all()) rule += ";BYDAY=" + weekdays_of(usual);
  return rule;
}

class Calendar {
 public:
  Calendar(const Schedule& schedule, Night from, Instant now, CalendarText& out)
      : schedule_{schedule}, from_{from}, now_{now}, out_{out}, open_{occurrences_of_the_year(schedule, from)} {}

  void write();

 private:
  void write_recurring(const UsualTime& usual);
  void write_single(std::size_t step_index, int number, Night night, Instant due);
  void begin_event(const Step& step, int number, std::string_view which);
  void end_event(const Step& step);

  /// Whether the occurrence is when the clock first shows `local`; a rule can say no other.
  [[nodiscard]] bool is_shown_at(Instant due, LocalTime local) const {
    return schedule_.zone().to_local(due) == local && schedule_.zone().to_instant(local) == due;
  }

  const Schedule& schedule_;
  Night from_;
  Instant now_;
  CalendarText& out_;
  OpenOccurrences open_;
};

void Calendar::begin_event(const Step& step, int number, std::string_view which) {
  const auto guided = step.guide ? std::chrono::ceil<std::chrono::minutes>(step.guide->length()) : shortest_event;
  out_.begin("VEVENT");
  out_.line("UID", fmt::format("{}.{}.{}{}", step.id.text, number, which, of_calmcalf));
  out_.line("DTSTAMP", basic_time(now_));
  out_.text("SUMMARY", step.title);
  out_.text("DESCRIPTION", step.text);
  out_.line("DURATION", fmt::format("PT{}M", std::max(guided, shortest_event).count()));
  out_.line("TRANSP", "TRANSPARENT");
}

void Calendar::end_event(const Step& step) {
  out_.begin("VALARM");
  out_.line("ACTION", "DISPLAY");
  out_.text("DESCRIPTION", step.title);
  out_.line("TRIGGER", "PT0S");
  out_.end("VALARM");
  out_.end("VEVENT");
}

void Calendar::write_recurring(const UsualTime& usual) {
  const auto& step = schedule_.routine().steps.at(usual.step_index);
  const MonthRule month{step.monthdays, usual.after};
  auto& open = open_[{usual.step_index, usual.number}];
  std::optional<LocalTime> begin;
  std::vector<LocalTime> left_out;
  for (int i = 0; i < nights_of_calendar; ++i) {
    const auto night = from_ + i;
    const auto local = usual.on(night);
    if (!usual.weekdays.test(night.weekday().c_encoding()) || !month.holds_on(night.evening + usual.after)) continue;
    const auto planned = open.find(night);
    if (planned != open.end() && is_shown_at(planned->second, local)) {
      if (!begin) begin = local;
      open.erase(planned);
    } else if (begin) {
      left_out.push_back(local);
    }
  }
  if (!begin) return;
  begin_event(step, usual.number, weekday_names.at(listed(usual.weekdays).front().c_encoding()));
  out_.line(in_zone("DTSTART", schedule_.zone()), basic_time(*begin));
  out_.line("RRULE", rule_of(usual, month));
  for (const auto local : left_out) out_.line(in_zone("EXDATE", schedule_.zone()), basic_time(local));
  end_event(step);
}

void Calendar::write_single(std::size_t step_index, int number, Night night, Instant due) {
  const auto& step = schedule_.routine().steps.at(step_index);
  begin_event(step, number, basic_time(night.evening).substr(0, 8));
  // In UTC: of an hour that the clock shows twice, a local time names the first.
  out_.line("DTSTART", basic_time(due));
  end_event(step);
}

void Calendar::write() {
  out_.begin("VCALENDAR");
  out_.line("VERSION", "2.0");
  out_.line("PRODID", "-//Calmcalf//Calmcalf//EN");
  write_zone(schedule_.zone(), schedule_.zone().to_instant(from_.evening) - days{2}, out_);
  for (const auto& usual : usual_times(schedule_.routine())) write_recurring(usual);
  for (const auto& [which, nights] : open_)
    for (const auto& [night, due] : nights) write_single(which.first, which.second, night, due);
  out_.end("VCALENDAR");
}

}  // namespace

void write_calendar(const Schedule& schedule, Night from, Instant now, const TextSink& sink) {
  CalendarText out{sink};
  Calendar{schedule, from, now, out}.write();
}

}  // namespace calmcalf::interchange
