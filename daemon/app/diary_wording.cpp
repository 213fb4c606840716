// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "app/diary_wording.hpp"

#include <fmt/format.h>

#include "app/wording.hpp"
#include "domain/handbook.hpp"
#include "domain/iso8601.hpp"

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
  notice.title = "How was the night?";
  notice.body = "Did you have leg cramps?";
  notice.actions = {
      {action::open, "Show again"}, {action::no_cramp, "No cramp"}, {action::mild, "Mild"}, {action::bad, "Bad"}};
  notice.without_buttons = "Answer with: calmcalf no-cramp, or calmcalf cramp";
  notice.stays = true;
  return notice;
}

Notice doctor_notice(const Popup& popup) {
  Notice notice;
  notice.key = popup.key;
  notice.category = diary_category;
  notice.title = "Worth a doctor's appointment";
  notice.body =
      "Cramps have come often lately. When they disturb your sleep, a doctor can help.\n"
      "How often is too often is this program's own choice; see_doctor_at in the schedule changes it.";
  notice.stays = true;
  return notice;
}

Notice follow_up_notice(const Popup& popup, const Evening& evening) {
  Notice notice;
  notice.key = popup.key;
  notice.category = diary_category;
  const auto* cramp = cramp_of(popup, evening);
  notice.title = cramp != nullptr && cramp->at ? fmt::format("The cramp at {}", clock_time(*cramp->at, evening))
                                               : "The cramp in the night";
  notice.sound = !popup.quiet;
  notice.actions = {{action::open, "Show again"}};
  switch (popup.question) {
    case Popup::Question::severity:
      notice.body = "How bad was it?";
      notice.actions.insert(notice.actions.end(), {{action::mild, "Mild"}, {action::bad, "Bad"}});
      break;
    case Popup::Question::woke:
      notice.body = "Did it wake you?";
      notice.actions.insert(notice.actions.end(), {{action::yes, "Yes"}, {action::no, "No"}});
      break;
    case Popup::Question::side:
      notice.body = "Which leg was it?";
      notice.actions.insert(notice.actions.end(),
                            {{action::left, "Left"}, {action::right, "Right"}, {action::both, "Both"}});
      break;
  }
  notice.without_buttons = "Answer with: calmcalf amend, or not at all";
  notice.stays = true;
  return notice;
}

Notice relief_notice(const Popup& popup, const Evening& evening) {
  const auto steps = relief_advice();
  const auto& advice = steps[std::min(popup.page, steps.size() - 1)];
  Notice notice;
  notice.key = popup.key;
  notice.category = "calmcalf.relief";
  notice.title = advice.title;
  notice.body = advice.text;
  for (const auto& note : applying(advice.notes, evening.schedule().routine().cautions))
    add_line(notice.body, note.text);
  notice.sound = false;
  notice.actions = {{action::open, "Show again"}};
  if (popup.page > 0) notice.actions.push_back({action::back, "Back"});
  if (popup.page + 1 < steps.size()) notice.actions.push_back({action::next, "Next"});
  notice.actions.push_back({action::close, "Close"});
  notice.without_buttons = "All of it: calmcalf guide relief";
  notice.stays = true;
  notice.in_use = true;
  return notice;
}

}  // namespace calmcalf
