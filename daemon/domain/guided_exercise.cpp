// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "domain/guided_exercise.hpp"

#include <algorithm>
#include <utility>

namespace calmcalf {

namespace {

constexpr Duration last_seconds{10};
constexpr Duration now_and_then{5};

}  // namespace

std::vector<GuidePhase> phases_of(const Guide& guide) {
  std::vector<std::optional<Side>> sides{guide.sides.begin(), guide.sides.end()};
  if (sides.empty()) sides.emplace_back();
  std::vector<GuidePhase> phases;
  for (int round = 1; round <= guide.rounds; ++round) {
    for (const auto& side : sides) {
      if (!phases.empty() && guide.rest > Duration{0})
        phases.push_back({GuidePhase::Kind::rest, round, side, guide.rest});
      if (guide.hold > Duration{0}) phases.push_back({GuidePhase::Kind::hold, round, side, guide.hold});
    }
  }
  return phases;
}

GuideRun::GuideRun(OccurrenceId occurrence, Source source, const Guide& guide, Instant now)
    : occurrence_{std::move(occurrence)},
      source_{source},
      phases_{phases_of(guide)},
      rounds_{guide.rounds},
      told_{now} {
  for (const auto& phase : phases_) length_ += phase.length;
}

void GuideRun::advance(Instant now) {
  const auto passed = now - std::exchange(told_, now);
  if (paused_) return;
  if (passed < Duration{0} || passed > leap)
    paused_ = true;
  else
    elapsed_ = std::min(elapsed_ + passed, length_);
}

GuideRun::Place GuideRun::place() const {
  auto before = elapsed_;
  for (const auto& phase : phases_) {
    if (before < phase.length) return {&phase, phase.length - before};
    before -= phase.length;
  }
  return {&phases_.back(), Duration{0}};
}

GuideView GuideRun::view() const {
  const auto [phase, left] = place();
  const auto has_rests = std::ranges::find(phases_, GuidePhase::Kind::rest, &GuidePhase::kind) != phases_.end();
  return {.phase = *phase,
          .rounds = rounds_,
          .has_rests = has_rests,
          .left = left,
          .percent = static_cast<int>(100 * elapsed_ / length_),
          .paused = paused_,
          .over = is_over()};
}

std::optional<Instant> GuideRun::next_change() const {
  if (paused_) return std::nullopt;
  const auto left = place().left;
  if (left <= last_seconds) return told_ + Duration{1};
  const auto odd = left % now_and_then;
  return told_ + (odd > Duration{0} ? odd : now_and_then);
}

std::optional<Instant> GuideRun::phase_ends() const {
  return paused_ ? std::nullopt : std::optional{told_ + place().left};
}

}  // namespace calmcalf
