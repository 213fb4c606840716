// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "app/tray_face.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "app/tray_choice.hpp"
#include "app/wording.hpp"
#include "domain/iso8601.hpp"
#include "language/local_dates.hpp"
#include "language/tr.hpp"
#include "language/words.hpp"

namespace calmcalf {

namespace {

using namespace std::chrono_literals;

constexpr std::array<Duration, 3> later_lengths{15min, 30min, 60min};
constexpr std::size_t most_steps_in_tooltip = 4;

LocalTime local(const Moment& moment) {
  return LocalTime{moment.at.time_since_epoch() + moment.offset};
}

std::string clock_time(const Moment& moment) {
  return calmcalf::clock_time(std::chrono::floor<std::chrono::minutes>(local(moment)));
}

/// With what it takes to know the day, in words that stay true while they are shown: no "tomorrow".
std::string day_and_time(const Moment& moment, Instant now) {
  const auto away = std::chrono::abs(moment.at - now);
  if (away < 12h) return clock_time(moment);
  const Night day{std::chrono::floor<std::chrono::days>(local(moment))};
  const auto name = away < std::chrono::days{6} ? weekday_in_words(day.weekday()) : to_iso(day);
  return fmt::format("{} {}", name, clock_time(moment));
}

std::string state_in_words(const Tonight::Step& step, Instant now) {
  switch (step.state) {
    case State::waiting:
      return "";
    case State::due:
      return tr_context("state of a step", "now");
    case State::snoozed:
      return tr("snoozed until {}", day_and_time(*step.snoozed_until, now));
    case State::unseen:
      return tr_context("state of a step", "not shown");
    default:
      return in_words(step.state);
  }
}

/// "22:15  Stretch your calves".
std::string name_of_step(const Tonight::Step& step, const Tonight& tonight, Instant now) {
  const auto time = step.id.night == tonight.night ? clock_time(step.at) : day_and_time(step.at, now);
  return fmt::format("{}  {}", time, step.title);
}

/// Whether there is a person's answer to take back.
bool is_answered(const Tonight::Step& step) {
  return step.state == State::done || step.state == State::skipped || step.state == State::snoozed;
}

/// How many answers there are to each step in each night.
class Answers {
 public:
  explicit Answers(const Tonight& tonight) {
    for (const auto& step : tonight.steps)
      if (is_answered(step)) ++numbers_[{step.id.night, step.id.step}];
  }

  /// An undo takes back the last answer to a step in a night: whether that is surely the one to this occurrence.
  [[nodiscard]] bool has_only_that_to(const Tonight::Step& step) const {
    return is_answered(step) && numbers_.at({step.id.night, step.id.step}) == 1;
  }

 private:
  std::map<std::pair<Night, StepId>, int> numbers_;
};

MenuItem separator(std::string key) {
  MenuItem item{.key = std::move(key), .label = ""};
  item.separator = true;
  return item;
}

MenuItem heading(std::string key, std::string label) {
  MenuItem item{.key = std::move(key), .label = std::move(label)};
  item.enabled = false;
  return item;
}

MenuItem submenu(std::string key, std::string label, std::vector<MenuItem> children) {
  MenuItem item{.key = std::move(key), .label = std::move(label)};
  item.children = std::move(children);
  return item;
}

MenuItem step_item(const Tonight::Step& step, const Tonight& tonight, const Answers& answers, Instant now) {
  const bool is_done = step.state == State::done;
  const auto state = state_in_words(step, now);
  MenuItem item;
  item.key = is_done && answers.has_only_that_to(step) ? choice::undo(step.id) : choice::done(step.id);
  item.label = name_of_step(step, tonight, now) + (state.empty() ? "" : fmt::format(" ({})", state));
  item.checked = is_done;
  return item;
}

std::vector<MenuItem> other_answers(const Tonight::Step& step, const Answers& answers) {
  std::vector<MenuItem> items;
  if (step.has_guide && !is_end(step.state)) items.push_back({choice::start(step.id), tr("Start, with a guide")});
  for (const auto length : step.may_snooze)
    items.push_back({choice::snooze(step.id, length), tr("Snooze {}", short_text(length))});
  if (!is_end(step.state)) items.push_back({choice::skip(step.id), tr_context("button", "Skip")});
  if (is_answered(step))
    items.push_back({choice::undo(step.id),
                     answers.has_only_that_to(step) ? tr_context("button", "Undo") : tr("Undo the last answer")});
  return items;
}

void add_steps(std::vector<MenuItem>& menu, const Tonight& tonight, Instant now) {
  const Answers answers{tonight};
  std::vector<MenuItem> others;
  for (const auto& step : tonight.steps) {
    menu.push_back(step_item(step, tonight, answers, now));
    auto its_others = other_answers(step, answers);
    if (its_others.empty()) continue;
    const auto key = "answers to " + choice::done(step.id);
    others.push_back(submenu(key, name_of_step(step, tonight, now), std::move(its_others)));
  }
  if (tonight.steps.empty()) menu.push_back(heading("no steps", tr("No steps tonight")));
  if (!others.empty()) menu.push_back(submenu("answers", tr("Start, snooze, skip or undo"), std::move(others)));
}

void add_guide(std::vector<MenuItem>& menu, const Tonight::Guide& guide) {
  menu.push_back(heading("guide", tr("{}: {}", guide.title, guide.doing)));
  if (guide.phase_ends)
    menu.push_back({choice::pause_guide, tr("Pause the exercise")});
  else
    menu.push_back({choice::resume_guide, tr("Go on with the exercise")});
  menu.push_back({choice::stop_guide, tr("Stop the exercise")});
  menu.push_back(separator("after the guide"));
}

std::string problem_line(const Tonight& tonight) {
  const auto found = std::ranges::find(tonight.problems, Mistake::Severity::error, &Mistake::severity);
  return tr("The schedule has a mistake in line {}", found->line);
}

std::vector<std::string> tooltip_lines(const Tonight& tonight, Instant now) {
  std::vector<std::string> lines;
  if (tonight.mood == Tonight::Mood::problem) lines.push_back(problem_line(tonight));
  if (tonight.guide) lines.push_back(tr("{}: {}", tonight.guide->title, tonight.guide->doing));
  if (tonight.paused_until) lines.push_back(tr("Paused until {}", day_and_time(*tonight.paused_until, now)));
  std::size_t open = 0;
  for (const auto& step : tonight.steps) {
    if (step.state != State::due && step.state != State::snoozed) continue;
    if (++open > most_steps_in_tooltip) continue;
    lines.push_back(step.state == State::due ? tr("Now: {}", step.title)
                                             : tr("{}: {}", step.title, state_in_words(step, now)));
  }
  if (open > most_steps_in_tooltip)
    lines.push_back(tr_plural("and {} more", "and {} more", open - most_steps_in_tooltip));
  if (tonight.mood == Tonight::Mood::resting) lines.push_back(tr("Nothing more tonight"));
  if (tonight.next)
    // TRANSLATORS: when a step is next, and its title: "Next: 22:15  Stretch your calves"
    lines.push_back(tr("Next: {}  {}", day_and_time(tonight.next->at, now), tonight.next->title));
  if (tonight.bedtime.at > now) lines.push_back(tr("Bed at {}", day_and_time(tonight.bedtime, now)));
  return lines;
}

}  // namespace

TrayFace tray_face_of(const Tonight& tonight, Instant now) {
  TrayFace face{.mood = tonight.mood, .title = "Calmcalf", .lines = tooltip_lines(tonight, now), .menu = {}};
  auto& menu = face.menu;
  if (tonight.mood == Tonight::Mood::problem) menu.push_back(heading("problem", problem_line(tonight)));
  if (tonight.guide) add_guide(menu, *tonight.guide);
  add_steps(menu, tonight, now);
  menu.push_back(separator("after the steps"));
  menu.push_back({choice::cramp, tr("I have a cramp")});
  if (tonight.paused_until)
    menu.push_back({choice::resume, tr("Resume (paused until {})", day_and_time(*tonight.paused_until, now))});
  else
    menu.push_back(
        submenu("pause menu", tr_context("menu", "Pause"),
                {{choice::pause_for(1h), tr("For an hour")}, {choice::pause_until_morning, tr("Until the morning")}}));
  std::vector<MenuItem> later;
  for (const auto length : later_lengths) later.push_back({choice::later_by(length), short_text(length)});
  // TRANSLATORS: a menu of lengths of time, by which everything that is still to come moves: "15 min"
  menu.push_back(submenu("later menu", tr("Later tonight by"), std::move(later)));
  return face;
}

}  // namespace calmcalf
