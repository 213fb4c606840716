// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "app/guide_wording.hpp"

#include "app/wording.hpp"
#include "domain/catalogue.hpp"
#include "language/tr.hpp"

namespace calmcalf {

namespace {

std::string in_hold(const GuideView& guide) {
  const auto& side = guide.phase.side;
  if (!guide.has_rests && !side) return tr("Keep going");
  if (!guide.has_rests) return *side == Side::left ? tr("Left leg") : tr("Right leg");
  if (!side) return tr_context("exercise", "Hold");
  return *side == Side::left ? tr("Hold, left leg") : tr("Hold, right leg");
}

std::string in_rest(const GuideView& guide) {
  const auto& side = guide.phase.side;
  if (!side) return tr_context("exercise", "Relax");
  return *side == Side::left ? tr("Relax, then left leg") : tr("Relax, then right leg");
}

}  // namespace

std::string instruction(const GuideView& guide) {
  if (guide.over) return tr_context("exercise", "Done");
  if (guide.paused) return tr_context("exercise", "Paused");
  return guide.phase.kind == GuidePhase::Kind::hold ? in_hold(guide) : in_rest(guide);
}

std::string round_in_words(const GuideView& guide) {
  return guide.rounds == 1 ? "" : tr("Round {} of {}", guide.phase.round, guide.rounds);
}

Notice guide_notice(const Popup& popup, const Evening& evening) {
  const auto& guide = popup.guide;
  const auto& step = *evening.schedule().find(popup.guided.step);  // a schedule without it ends its guide
  Notice notice;
  notice.key = popup.key;
  notice.category = "calmcalf.guide";
  notice.title = instruction(guide);
  notice.body = step.title;
  notice.sound = !popup.quiet && step.rules.sound;
  if (guide.over) return notice;
  // TRANSLATORS: what to do, and the seconds left: "Hold, left leg: 10 s"
  if (!guide.paused) notice.title = tr("{}: {} s", notice.title, guide.left.count());
  add_line(notice.body, round_in_words(guide));
  if (guide.has_rests) add_line(notice.body, tr("Do not hold your breath."));
  for (const auto& note : notes_for(step, evening.schedule().routine().cautions)) add_line(notice.body, tr(note.text));
  notice.progress = guide.percent;
  notice.actions = {{action::open, tr_context("button", "Show again")},
                    guide.paused ? Notice::Action{action::go_on, tr_context("button", "Go on")}
                                 : Notice::Action{action::pause, tr_context("button", "Pause")},
                    {action::done, tr_context("button", "Done")},
                    {action::stop, tr_context("button", "Stop")}};
  notice.without_buttons = tr("Stop with: calmcalf stop");
  notice.stays = true;
  notice.in_use = true;
  notice.tick = popup.quiet && !guide.paused;
  return notice;
}

}  // namespace calmcalf
