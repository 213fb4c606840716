// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "app/wording.hpp"

#include <algorithm>
#include <filesystem>
#include <utility>

#include <fmt/format.h>

#include "app/diary_wording.hpp"
#include "app/guide_wording.hpp"
#include "domain/answering.hpp"
#include "domain/catalogue.hpp"
#include "domain/duration.hpp"
#include "domain/iso8601.hpp"

namespace calmcalf {

namespace {

constexpr const char* step_category = "calmcalf.step";
constexpr const char* trouble_category = "calmcalf.trouble";

std::string title_of(const StepId& id, const Evening& evening) {
  const auto* step = evening.schedule().routine().find(id);
  return step == nullptr ? id.text : step->title;
}

std::string bedtime_line(Night night, const Evening& evening) {
  return fmt::format("Bed at {}.", clock_time(evening.bedtime(night), evening));
}

std::vector<CautionNote> cautions_of(const Step& step, const Evening& evening) {
  return notes_for(step, evening.schedule().routine().cautions);
}

bool can_snooze(const OccurrenceId& id, const Evening& evening, Instant now) {
  const request::Snooze snooze{{{id.step, id.night, id.number}}, std::nullopt};
  return std::holds_alternative<Event>(consider(snooze, Source::notification, evening, now));
}

Notice step_notice(const Popup& popup, const Evening& evening, Instant now) {
  const auto& id = popup.steps.front();
  const auto* step = evening.schedule().routine().find(id.step);
  Notice notice;
  notice.key = popup.key;
  notice.category = step_category;
  if (step == nullptr) return notice;
  notice.title = step->title;
  notice.body = step->text;
  for (const auto& note : cautions_of(*step, evening)) add_line(notice.body, note.text);
  add_line(notice.body, bedtime_line(id.night, evening));
  notice.actions = {{action::open, step->guide ? "Start" : "Show again"}, {action::done, "Done"}};
  if (can_snooze(id, evening, now))
    notice.actions.push_back({action::snooze, fmt::format("Snooze {}", short_text(step->rules.snooze.front()))});
  notice.actions.push_back({action::skip, "Skip"});
  // Not every server draws a fourth button: a click on the popup itself starts it, too.
  if (step->guide) notice.actions.push_back({action::start, "Start"});
  notice.without_buttons = fmt::format("Answer with: calmcalf done {}", id.step.text);
  notice.urgency = step->rules.urgency;
  notice.sound = step->rules.sound && !popup.quiet;
  notice.stays = true;
  return notice;
}

Notice summary_notice(const Popup& popup, const Evening& evening) {
  Notice notice;
  notice.key = popup.key;
  notice.category = step_category;
  notice.title = fmt::format("{} steps are waiting", popup.steps.size());
  notice.sound = false;
  notice.urgency = Urgency::low;
  constexpr std::size_t most_lines = 8;
  std::string ids;
  for (std::size_t i = 0; i < popup.steps.size(); ++i) {
    const auto& id = popup.steps[i];
    ids += ' ' + id.step.text;
    if (i < most_lines) add_line(notice.body, title_of(id.step, evening));
    const auto* step = evening.schedule().routine().find(id.step);
    if (step == nullptr) continue;
    notice.sound = notice.sound || (step->rules.sound && !popup.quiet);
    notice.urgency = std::max(notice.urgency, step->rules.urgency);
    if (i < most_lines)
      for (const auto& note : cautions_of(*step, evening)) add_line(notice.body, note.text);
  }
  if (popup.steps.size() > most_lines)
    add_line(notice.body, fmt::format("and {} more", popup.steps.size() - most_lines));
  add_line(notice.body, bedtime_line(popup.night, evening));
  notice.actions = {
      {action::open, "Show each"}, {action::done, "All done"}, {action::each, "Show each"}, {action::skip, "Skip all"}};
  notice.without_buttons = "Answer with: calmcalf done" + ids;
  notice.stays = true;
  return notice;
}

Notice mistake_notice(const Popup& popup) {
  Notice notice;
  notice.key = popup.key;
  notice.category = trouble_category;
  notice.title = "The schedule has a mistake";
  std::size_t errors = 0;
  for (const auto& mistake : popup.mistakes) {
    if (mistake.severity != Mistake::Severity::error || errors++ > 0) continue;
    notice.body = fmt::format("{}, line {}: {}{}{}", std::filesystem::path{mistake.file}.filename().string(),
                              mistake.line, mistake.key, mistake.key.empty() ? "" : ": ", mistake.message);
  }
  if (errors > 1) add_line(notice.body, fmt::format("There are {} mistakes: calmcalf check lists them.", errors));
  add_line(notice.body, "Until it is mended, the last good schedule stays in force.");
  notice.stays = true;
  return notice;
}

}  // namespace

std::string clock_time(Instant instant, const Evening& evening) {
  const auto time = time_of_day(evening.schedule().zone().to_local(instant));
  return to_text(TimeOfDay{std::chrono::floor<std::chrono::minutes>(time.since_midnight)});
}

void add_line(std::string& text, std::string_view line) {
  if (line.empty()) return;
  if (!text.empty()) text += '\n';
  text += line;
}

std::string short_text(Duration duration) {
  using namespace std::chrono_literals;
  if (duration % 1min != 0s) return fmt::format("{} s", duration.count());
  const auto hours = duration / 1h;
  const auto minutes = duration % 1h / 1min;
  if (hours == 0) return fmt::format("{} min", minutes);
  return minutes == 0 ? fmt::format("{} h", hours) : fmt::format("{} h {} min", hours, minutes);
}

Notice put_in_words(const Popup& popup, const Evening& evening, Instant now) {
  switch (popup.kind) {
    case Popup::Kind::step:
      return step_notice(popup, evening, now);
    case Popup::Kind::summary:
      return summary_notice(popup, evening);
    case Popup::Kind::morning_check:
      return morning_notice(popup);
    case Popup::Kind::doctor_hint:
      return doctor_notice(popup);
    case Popup::Kind::guide:
      return guide_notice(popup, evening);
    case Popup::Kind::relief:
      return relief_notice(popup, evening);
    case Popup::Kind::follow_up:
      return follow_up_notice(popup, evening);
    case Popup::Kind::schedule_mistake:
      break;
  }
  return mistake_notice(popup);
}

std::string put_in_words(const Refusal& refusal, const Evening& evening) {
  using Why = Refusal::Why;
  const auto when = refusal.when ? clock_time(*refusal.when, evening) : std::string{};
  const auto night = refusal.night ? to_iso(*refusal.night) : std::string{};
  const auto title = title_of(refusal.step, evening);
  switch (refusal.why) {
    case Why::unknown_step: {
      std::string known;
      for (const auto& step : evening.schedule().routine().steps) known += (known.empty() ? "" : ", ") + step.id.text;
      return fmt::format("The schedule has no step \"{}\". It has: {}.", refusal.step.text,
                         known.empty() ? "none" : known);
    }
    case Why::not_in_that_night:
      return fmt::format("{} is not due in the night of {}.", title, night);
    case Why::night_to_come:
      return fmt::format("The night of {} is still to come.", night);
    case Why::not_due_yet:
      return fmt::format("{} is not due before {}, so there is nothing to snooze.", title, when);
    case Why::already_over:
      return fmt::format("{} is over: {} at {}. \"calmcalf done {}\" still counts.", title, name_of(refusal.state),
                         when, refusal.step.text);
    case Why::no_snooze_left:
      return fmt::format("{} has been snoozed {} times, and max_snoozes is {}. Answer it with done or skip.", title,
                         refusal.limit, refusal.limit);
    case Why::past_the_evening:
      return fmt::format("The evening ends at {}, and {} cannot be snoozed past it.", when, title);
    case Why::nothing_to_undo:
      return "There is no answer to take back.";
    case Why::no_guide:
      return fmt::format("{} has no guide.", title);
    case Why::no_guide_running:
      return "No guided step is running.";
    case Why::pause_in_the_past:
      return fmt::format("{} is past, so there is nothing to pause until then.", when);
    case Why::pause_too_long:
      return "A pause lasts a year at the most.";
    case Why::not_paused:
      return "Nothing is paused.";
    case Why::too_late:
      return fmt::format("Bedtime would be at {} or later, and that is no longer tonight.", when);
    case Why::cramp_in_the_future:
      return fmt::format("{} is still to come: no cramp can have been then.", when);
    case Why::out_of_range:
      return "That number is out of range.";
    case Why::night_had_a_cramp:
      return fmt::format("The diary has a cramp in the night of {}.", night);
    case Why::no_such_cramp:
      return refusal.limit == 0 ? fmt::format("The diary has no cramp in the night of {}.", night)
                                : fmt::format("The diary has no cramp of that number in the night of {}. It has {}.",
                                              night, refusal.limit);
    case Why::cramp_of_another_night:
      return fmt::format("That is in the night of {}. Take this cramp out, and write one into that night.", night);
    case Why::not_recorded:
      break;
  }
  return fmt::format("It could not be saved, so it was not taken: {}", refusal.text);
}

Notice refusal_notice(const Refusal& refusal, const Evening& evening) {
  return refusal_notice(put_in_words(refusal, evening));
}

Notice refusal_notice(std::string why) {
  Notice notice;
  notice.key = "refusal";
  notice.category = trouble_category;
  notice.title = "That was not possible";
  notice.body = std::move(why);
  notice.sound = false;
  return notice;
}

}  // namespace calmcalf
