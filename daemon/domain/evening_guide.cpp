// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
//
// Evening's guided exercise: one at a time. It is not on disk, since nobody stretches through a crash; the step is
// still due afterwards.
#include <utility>

#include "domain/evening.hpp"

namespace calmcalf {

namespace {

Popup popup_of_guide(std::string key, const GuideRun& guide) {
  Popup popup;
  popup.key = std::move(key);
  popup.kind = Popup::Kind::guide;
  popup.night = guide.occurrence().night;
  popup.guided = guide.occurrence();
  popup.guide = guide.view();
  return popup;
}

}  // namespace

void Evening::on(const event::GuideStarted& event, Instant now, Outcome& out) {
  guide_.emplace(event.occurrence, event.source, *step_of(*plan_.find(event.occurrence)).guide, now);
  guide_closed_in_.reset();
  publish({.at = now,
           .kind = Happening::Kind::guide,
           .night = event.occurrence.night,
           .occurrence = event.occurrence,
           .source = event.source},
          out);
}

void Evening::on(const event::GuideStopped& /*event*/, Instant /*now*/, Outcome& /*out*/) {
  guide_.reset();
}

void Evening::on(const event::GuidePaused& /*event*/, Instant now, Outcome& /*out*/) {
  guide_->advance(now);
  guide_->pause();
}

void Evening::on(const event::GuideResumed& /*event*/, Instant now, Outcome& /*out*/) {
  guide_->advance(now);
  guide_->go_on();
  guide_closed_in_.reset();
}

void Evening::run_guide(Instant now, Outcome& out) {
  if (!guide_) return;
  guide_->advance(now);
  const auto* guided = plan_.find(guide_->occurrence());
  // Nobody came back to it: it no longer holds its step open. One begun after that waits while its night is at hand.
  if (guide_->view().paused && guided != nullptr) {
    const auto was_over = is_end(state_of(*guided, now));
    if (was_over ? guide_->occurrence().night < at_hand(now) : window_end(*guided) <= now) guide_.reset();
  }
  if (!guide_ || !guide_->is_over()) return;
  const auto finished = *std::exchange(guide_, std::nullopt);
  if (const auto* slot = plan_.find(finished.occurrence()); slot != nullptr && state_of(*slot, now) != State::done)
    end(*slot, State::done, finished.source(), now, out);
  // The last word, for closed eyes too. Nothing becomes of it.
  take_down(guide_key);
  out.effects.emplace_back(effect::Show{popup_of_guide(guide_key, finished)});
}

std::optional<Popup> Evening::guided_exercise() const {
  if (!guide_) return std::nullopt;
  auto wanted = popup_of_guide(guide_key, *guide_);
  if (guide_closed_in_ == wanted.guide.phase) return std::nullopt;
  const auto* open = popup(guide_key);
  wanted.quiet = wanted.guide.paused || (open != nullptr && open->guided == wanted.guided &&
                                         open->guide.phase == wanted.guide.phase && !open->guide.paused);
  return wanted;
}

}  // namespace calmcalf
