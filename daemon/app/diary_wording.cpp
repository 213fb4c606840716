// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "app/diary_wording.hpp"

#include "app/wording.hpp"
#include "domain/handbook.hpp"
#include "language/tr.hpp"

namespace calmcalf {

namespace {

constexpr const char* diary_category = "calmcalf.diary";

/// The cramp that is asked about; null where it is gone.
const Cramp* cramp_of(const Popup& popup, const Evening& evening) {
  const auto* known = evening.standing().night(popup.night);
  const auto index = static_cast<std::size_t>(popup.cramp) - 1;
  return known == nullptr || index >= known->diary.cramps.size() ? nullptr : &known->diary.cramps[index].cramp;
}

}  // namespace

Notice morning_notice(const Popup& popup) {
  Notice notice;
  notice.key = popup.key;
  notice.category = diary_category;
  notice.title = tr("How was the night?");
  notice.body = tr("Did you have leg cramps?");
  notice.actions = {{action::open, tr_context("button", "Show again")},
                    {action::no_cramp, tr_context("button", "No cramp")},
                    {action::mild, tr_context("button", "Mild")},
                    {action::bad, tr_context("button", "Bad")}};
  notice.without_buttons = tr("Answer with: calmcalf no-cramp, or calmcalf cramp");
  notice.stays = true;
  return notice;
}

Notice doctor_notice(const Popup& popup) {
  Notice notice;
  notice.key = popup.key;
  notice.category = diary_category;
  notice.title = tr("Worth a doctor's appointment");
  notice.body =
      tr("Cramps have come often lately. When they disturb your sleep, a doctor can help.\n"
         "How often is too often is this program's own choice; see_doctor_at in the schedule changes it.");
  notice.stays = true;
  return notice;
}

Notice follow_up_notice(const Popup& popup, const Evening& evening) {
  Notice notice;
  notice.key = popup.key;
  notice.category = diary_category;
  const auto* cramp = cramp_of(popup, evening);
  notice.title = cramp != nullptr && cramp->at ? tr("The cramp at {}", clock_time(*cramp->at, evening))
                                               : tr("The cramp in the night");
  notice.sound = !popup.quiet;
  notice.actions = {{action::open, tr_context("button", "Show again")}};
  switch (popup.question) {
    case Popup::Question::severity:
      notice.body = tr("How bad was it?");
      notice.actions.insert(notice.actions.end(),
                            {{action::mild, tr_context("button", "Mild")}, {action::bad, tr_context("button", "Bad")}});
      break;
    case Popup::Question::woke:
      notice.body = tr("Did it wake you?");
      notice.actions.insert(notice.actions.end(),
                            {{action::yes, tr_context("button", "Yes")}, {action::no, tr_context("button", "No")}});
      break;
    case Popup::Question::side:
      notice.body = tr("Which leg was it?");
      notice.actions.insert(notice.actions.end(), {{action::left, tr_context("button for a leg", "Left")},
                                                   {action::right, tr_context("button for a leg", "Right")},
                                                   {action::both, tr_context("button for a leg", "Both")}});
      break;
  }
  notice.without_buttons = tr("Answer with: calmcalf amend, or not at all");
  notice.stays = true;
  return notice;
}

Notice relief_notice(const Popup& popup, const Evening& evening) {
  const auto steps = relief_advice();
  const auto& advice = steps[std::min(popup.page, steps.size() - 1)];
  Notice notice;
  notice.key = popup.key;
  notice.category = "calmcalf.relief";
  notice.title = tr(advice.title);
  notice.body = tr(advice.text);
  for (const auto& note : applying(advice.notes, evening.schedule().routine().cautions))
    add_line(notice.body, tr(note.text));
  notice.sound = false;
  notice.actions = {{action::open, tr_context("button", "Show again")}};
  if (popup.page > 0) notice.actions.push_back({action::back, tr_context("button for the page before", "Back")});
  if (popup.page + 1 < steps.size())
    notice.actions.push_back({action::next, tr_context("button for the page after", "Next")});
  notice.actions.push_back({action::close, tr_context("button", "Close")});
  notice.without_buttons = tr("All of it: calmcalf guide relief");
  notice.stays = true;
  notice.in_use = true;
  return notice;
}

}  // namespace calmcalf
