// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "app/pressed_button.hpp"

#include <utility>

#include "app/wording.hpp"

namespace calmcalf {

namespace {

using Meaning = std::variant<std::monostate, Request, Event>;

/// What a click in the morning says of a cramp that nobody measured. Design: the middles of the lower and upper half of
/// the scale from 0 to 10.
constexpr int severity_mild = 3;
constexpr int severity_bad = 8;

Target target_of(const OccurrenceId& id) {
  return {id.step, id.night, id.number};
}

Meaning on_steps(std::string_view action, const Popup& popup, const Routine& routine) {
  std::vector<Target> targets;
  for (const auto& id : popup.steps) targets.push_back(target_of(id));
  const auto is_open = action == action::open;
  if (popup.kind == Popup::Kind::summary && (is_open || action == action::each)) return event::SummarySplit{popup.key};
  if (popup.kind == Popup::Kind::step && (is_open || action == action::start)) {
    const auto* step = routine.find(popup.steps.front().step);
    if (step != nullptr && step->guide) return request::StartGuide{targets.front()};
  }
  if (is_open) return event::PopupClicked{popup.key};
  if (action == action::done) return request::Done{std::move(targets)};
  if (action == action::skip) return request::Skip{std::move(targets)};
  if (action == action::snooze) return request::Snooze{std::move(targets), std::nullopt};
  return {};
}

Meaning on_morning_check(std::string_view action, const Popup& popup) {
  if (action == action::no_cramp) return request::LogNoCramp{popup.night};
  if (action != action::mild && action != action::bad) return {};
  Cramp cramp;
  cramp.severity = action == action::mild ? severity_mild : severity_bad;
  return request::LogCramp{cramp, popup.night};
}

Meaning on_follow_up(std::string_view action, const Popup& popup) {
  CrampChange change;
  if (action == action::mild) change.severity = severity_mild;
  if (action == action::bad) change.severity = severity_bad;
  if (action == action::yes) change.woke = true;
  if (action == action::no) change.woke = false;
  if (action == action::left) change.side = CrampSide::left;
  if (action == action::right) change.side = CrampSide::right;
  if (action == action::both) change.side = CrampSide::both;
  const auto is_known = change.severity || change.woke || change.side;
  if (!is_known) return {};
  return request::AmendCramp{{popup.night, popup.cramp}, change};
}

Meaning on_guide(std::string_view action, const Popup& popup) {
  if (action == action::pause) return request::PauseGuide{};
  if (action == action::go_on) return request::ResumeGuide{};
  if (action == action::stop) return request::StopGuide{};
  if (action == action::done) return request::Done{{target_of(popup.guided)}};
  return {};
}

Meaning on_relief(std::string_view action, const Popup& popup) {
  if (action == action::next) return event::ReliefTurned{popup.page + 1};
  if (action == action::back && popup.page > 0) return event::ReliefTurned{popup.page - 1};
  if (action == action::close) return event::ReliefTurned{};
  return {};
}

}  // namespace

Meaning meaning_of_button(std::string_view action, const Popup& popup, const Routine& routine) {
  using PopupKind = Popup::Kind;
  if (popup.kind == PopupKind::step || popup.kind == PopupKind::summary) return on_steps(action, popup, routine);
  if (action == action::open) return event::PopupClicked{popup.key};
  switch (popup.kind) {
    case PopupKind::morning_check:
      return on_morning_check(action, popup);
    case PopupKind::follow_up:
      return on_follow_up(action, popup);
    case PopupKind::guide:
      return on_guide(action, popup);
    case PopupKind::relief:
      return on_relief(action, popup);
    default:
      return {};
  }
}

}  // namespace calmcalf
