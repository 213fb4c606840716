// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "app/wording.hpp"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "app/diary_wording.hpp"
#include "app/guide_wording.hpp"
#include "domain/answering.hpp"
#include "domain/catalogue.hpp"
#include "domain/duration.hpp"
#include "domain/iso8601.hpp"
#include "language/local_dates.hpp"
#include "language/tr.hpp"
#include "language/words.hpp"

namespace calmcalf {

namespace {

constexpr const char* step_category = "calmcalf.step";
constexpr const char* trouble_category = "calmcalf.trouble";

std::string title_of(const StepId& id, const Evening& evening) {
  const auto* step = evening.schedule().find(id);
  return step == nullptr ? id.text : step->title;
}

std::string bedtime_line(Night night, const Evening& evening) {
  return tr("Bed at {}.", clock_time(evening.bedtime(night), evening));
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
  const auto& step = *evening.schedule().find(id.step);  // a schedule without it takes its popups down
  Notice notice;
  notice.key = popup.key;
  notice.category = step_category;
  notice.title = step.title;
  notice.body = step.text;
  for (const auto& note : cautions_of(step, evening)) add_line(notice.body, tr(note.text));
  add_line(notice.body, bedtime_line(id.night, evening));
  notice.actions = {{action::open, step.guide ? tr_context("button", "Start") : tr_context("button", "Show again")},
                    {action::done, tr_context("button", "Done")}};
  if (can_snooze(id, evening, now))
    // TRANSLATORS: a button, with how long: "Snooze 10 min"
    notice.actions.push_back({action::snooze, tr("Snooze {}", short_text(step.rules.snooze.front()))});
  notice.actions.push_back({action::skip, tr_context("button", "Skip")});
  // Not every server draws a fourth button: a click on the popup itself starts it, too.
  if (step.guide) notice.actions.push_back({action::start, tr_context("button", "Start")});
  notice.without_buttons = tr("Answer with: {}", "calmcalf done " + id.step.text);
  notice.urgency = step.rules.urgency;
  notice.sound = step.rules.sound && !popup.quiet;
  notice.stays = true;
  return notice;
}

/// What there is to do stands first, and what to mind after it: a server that has no room for all cuts the end off.
Notice summary_notice(const Popup& popup, const Evening& evening) {
  Notice notice;
  std::string cautions;
  notice.key = popup.key;
  notice.category = step_category;
  notice.title = tr_plural("{} step is waiting", "{} steps are waiting", popup.steps.size());
  notice.sound = false;
  notice.urgency = Urgency::low;
  constexpr std::size_t most_lines = 8;
  std::string command = "calmcalf done";
  for (std::size_t i = 0; i < popup.steps.size(); ++i) {
    const auto& step = *evening.schedule().find(popup.steps[i].step);
    command += ' ' + step.id.text;
    notice.sound = notice.sound || (step.rules.sound && !popup.quiet);
    notice.urgency = std::max(notice.urgency, step.rules.urgency);
    if (i >= most_lines) continue;
    add_line(notice.body, step.title);
    // TRANSLATORS: a name, and what is said of it
    for (const auto& note : cautions_of(step, evening)) add_line(cautions, tr("{}: {}", step.title, tr(note.text)));
  }
  if (popup.steps.size() > most_lines)
    add_line(notice.body, tr_plural("and {} more", "and {} more", popup.steps.size() - most_lines));
  add_line(notice.body, bedtime_line(popup.night, evening));
  add_line(notice.body, cautions);
  notice.actions = {{action::open, tr_context("button", "Show each")},
                    {action::done, tr_context("button", "All done")},
                    {action::each, tr_context("button", "Show each")},
                    {action::skip, tr_context("button", "Skip all")}};
  notice.without_buttons = tr("Answer with: {}", command);
  notice.stays = true;
  return notice;
}

Notice mistake_notice(const Popup& popup) {
  Notice notice;
  notice.key = popup.key;
  notice.category = trouble_category;
  notice.title = tr("The schedule has a mistake");
  std::size_t errors = 0;
  for (const auto& mistake : popup.mistakes) {
    if (mistake.severity != Mistake::Severity::error || errors++ > 0) continue;
    // TRANSLATORS: a file, a line in it, and what is wrong there: "routine.toml, line 3: bedtime.time: is missing"
    notice.body = tr("{}, line {}: {}", std::filesystem::path{mistake.file}.filename().string(), mistake.line,
                     mistake.key.empty() ? mistake.message : mistake.key + ": " + mistake.message);
  }
  if (errors > 1)
    add_line(notice.body, tr_plural("There is {} mistake: calmcalf check lists it.",
                                    "There are {} mistakes: calmcalf check lists them.", errors));
  add_line(notice.body, tr("Until it is mended, the last good schedule stays in force."));
  notice.stays = true;
  return notice;
}

}  // namespace

std::string clock_time(Instant instant, const Evening& evening) {
  return clock_time(std::chrono::floor<std::chrono::minutes>(evening.schedule().zone().to_local(instant)));
}

void add_line(std::string& text, std::string_view line) {
  if (line.empty()) return;
  if (!text.empty()) text += '\n';
  text += line;
}

std::string short_text(Duration duration) {
  using namespace std::chrono_literals;
  if (duration % 1min != 0s) return tr("{} s", duration.count());
  const auto hours = duration / 1h;
  const auto minutes = duration % 1h / 1min;
  if (hours == 0) return tr("{} min", minutes);
  return minutes == 0 ? tr("{} h", hours) : tr("{} h {} min", hours, minutes);
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
      if (known.empty()) return tr("The schedule has no step \"{}\". It has: none.", refusal.step.text);
      return tr("The schedule has no step \"{}\". It has: {}.", refusal.step.text, known);
    }
    case Why::not_in_that_night:
      return tr("{} is not due in the night of {}.", title, night);
    case Why::night_to_come:
      return tr("The night of {} is still to come.", night);
    case Why::not_due_yet:
      return tr("{} is not due before {}, so there is nothing to snooze.", title, when);
    case Why::already_over:
      // TRANSLATORS: a step, its state ("done", "missed"), a time, a word to type
      return tr("{} is over: {} at {}. \"calmcalf done {}\" still counts.", title, in_words(refusal.state), when,
                refusal.step.text);
    case Why::no_snooze_left:
      return tr_plural("{1} has been snoozed {0} time, and max_snoozes is {0}. Answer it with done or skip.",
                       "{1} has been snoozed {0} times, and max_snoozes is {0}. Answer it with done or skip.",
                       refusal.limit, title);
    case Why::past_the_evening:
      return tr("The evening ends at {}, and {} cannot be snoozed past it.", when, title);
    case Why::nothing_to_undo:
      return tr("There is no answer to take back.");
    case Why::no_guide:
      return tr("{} has no guide.", title);
    case Why::no_guide_running:
      return tr("No guided step is running.");
    case Why::pause_in_the_past:
      return tr("{} is past, so there is nothing to pause until then.", when);
    case Why::pause_too_long:
      return tr("A pause lasts a year at the most.");
    case Why::not_paused:
      return tr("Nothing is paused.");
    case Why::too_late:
      return tr("Bedtime would be at {} or later, and that is no longer tonight.", when);
    case Why::cramp_in_the_future:
      return tr("{} is still to come: no cramp can have been then.", when);
    case Why::out_of_range:
      return tr("That number is out of range.");
    case Why::night_had_a_cramp:
      return tr("The diary has a cramp in the night of {}.", night);
    case Why::no_such_cramp:
      return refusal.limit == 0 ? tr("The diary has no cramp in the night of {}.", night)
                                : tr_plural("The diary has no cramp of that number in the night of {1}. It has {0}.",
                                            "The diary has no cramp of that number in the night of {1}. It has {0}.",
                                            refusal.limit, night);
    case Why::cramp_of_another_night:
      return tr("That is in the night of {}. Take this cramp out, and write one into that night.", night);
    case Why::not_recorded:
      break;
  }
  return tr("It could not be saved, so it was not taken: {}", refusal.text);
}

Notice refusal_notice(const Refusal& refusal, const Evening& evening) {
  return refusal_notice(put_in_words(refusal, evening));
}

Notice refusal_notice(std::string why) {
  Notice notice;
  notice.key = "refusal";
  notice.category = trouble_category;
  notice.title = tr("That was not possible");
  notice.body = std::move(why);
  notice.sound = false;
  return notice;
}

}  // namespace calmcalf
