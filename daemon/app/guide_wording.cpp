// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "app/guide_wording.hpp"

#include <fmt/format.h>

#include "app/wording.hpp"
#include "domain/catalogue.hpp"

namespace calmcalf {

namespace {

std::string in_hold(const GuideView& guide) {
  const auto& side = guide.phase.side;
  if (!guide.has_rests) return side ? *side == Side::left ? "Left leg" : "Right leg" : "Keep going";
  if (!side) return "Hold";
  return *side == Side::left ? "Hold, left leg" : "Hold, right leg";
}

std::string in_rest(const GuideView& guide) {
  const auto& side = guide.phase.side;
  if (!side) return "Relax";
  return *side == Side::left ? "Relax, then left leg" : "Relax, then right leg";
}

}  // namespace

std::string instruction(const GuideView& guide) {
  if (guide.over) return "Done";
  if (guide.paused) return "Paused";
  return guide.phase.kind == GuidePhase::Kind::hold ? in_hold(guide) : in_rest(guide);
}

std::string round_in_words(const GuideView& guide) {
  return guide.rounds == 1 ? "" : fmt::format("Round {} of {}", guide.phase.round, guide.rounds);
}

Notice guide_notice(const Popup& popup, const Evening& evening) {
  const auto& guide = popup.guide;
  const auto* step = evening.schedule().routine().find(popup.guided.step);
  Notice notice;
  notice.key = popup.key;
  notice.category = "calmcalf.guide";
  notice.title = instruction(guide);
  notice.body = step == nullptr ? popup.guided.step.text : step->title;
  notice.sound = !popup.quiet;
  if (step != nullptr) notice.sound = notice.sound && step->rules.sound;
  if (guide.over) return notice;
  if (!guide.paused) notice.title = fmt::format("{}: {} s", notice.title, guide.left.count());
  add_line(notice.body, round_in_words(guide));
  if (step != nullptr) {
    if (guide.has_rests) add_line(notice.body, "Do not hold your breath.");
    for (const auto& note : notes_for(*step, evening.schedule().routine().cautions)) add_line(notice.body, note.text);
  }
  notice.progress = guide.percent;
  notice.actions = {{action::open, "Show again"},
                    guide.paused ? Notice::Action{action::go_on, "Go on"} : Notice::Action{action::pause, "Pause"},
                    {action::done, "Done"},
                    {action::stop, "Stop"}};
  notice.without_buttons = "Stop with: calmcalf stop";
  notice.stays = true;
  notice.in_use = true;
  notice.tick = popup.quiet && !guide.paused;
  return notice;
}

}  // namespace calmcalf
