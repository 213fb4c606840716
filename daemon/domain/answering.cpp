// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "domain/answering.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

namespace calmcalf {

namespace {

using Verdict = std::variant<Event, Refusal>;
using Why = Refusal::Why;

constexpr TimeOfDay noon{std::chrono::hours{12}};
constexpr Duration longest_pause = std::chrono::days{366};

/// How well an occurrence in a state suits an answer, lower first: what asks to be answered, what is still to come,
/// what is over, and last what has been given this very answer.
int rank(State state, std::optional<State> answer) {
  switch (state) {
    case State::due:
    case State::snoozed:
      return 0;
    case State::waiting:
      return 1;
    default:
      return state == answer ? 3 : 2;
  }
}

class Considering {
 public:
  Considering(Source source, const Evening& evening, Instant now) : source_{source}, evening_{evening}, now_{now} {}

  Verdict operator()(const request::Done& request) const { return end_all(request.targets, State::done); }
  Verdict operator()(const request::Skip& request) const { return end_all(request.targets, State::skipped); }

  Verdict operator()(const request::Snooze& request) const {
    event::Recorded recorded;
    std::set<OccurrenceId> named;
    for (const auto& target : request.targets) {
      auto found = resolve(target, std::nullopt);
      if (auto* refusal = std::get_if<Refusal>(&found)) return *std::move(refusal);
      const auto& occurrence = std::get<Occurrence>(found);
      if (!named.insert(occurrence.id).second) continue;
      const auto& step = evening_.schedule().routine().steps.at(occurrence.step_index);
      const auto until = now_ + request.length.value_or(step.rules.snooze.front());
      if (auto refusal = refuse_snooze(occurrence, step, until)) return *std::move(refusal);
      recorded.entries.push_back(entry(entry::Snoozed{subject(occurrence), until}));
    }
    return recorded;
  }

  Verdict operator()(const request::Undo& request) const {
    const auto night = request.night.value_or(evening_.at_hand(now_));
    const auto evening_began = evening_.schedule().handover(night - 1, evening_.standing().moves(night - 1));
    std::optional<entry::Body> undoing;
    int latest = 0;
    const auto weigh = [&](Night its_night, const auto& turn, Night at_hand, auto body) {
      const auto was_just_given = !request.night && turn.at >= evening_began;
      if (turn.source == Source::service || (its_night != at_hand && !was_just_given) || turn.order < latest) return;
      latest = turn.order;
      undoing = std::move(body);
    };
    for (const auto& [id, progress] : evening_.standing().occurrences()) {
      const auto* turn = progress.latest();
      if (turn == nullptr || (request.step && id.step != *request.step)) continue;
      weigh(id.night, *turn, night, entry::Undone{progress.subject});
    }
    if (!request.step) {
      // In the morning the diary still is about the night that was, when the evening at hand is the one to come.
      const auto diary_night = request.night.value_or(evening_.schedule().night_of_cramp(now_));
      for (const auto& [its_night, progress] : evening_.standing().nights())
        if (!progress.diary_turns.empty())
          weigh(its_night, progress.diary_turns.back(), diary_night, entry::DiaryUndone{its_night});
    }
    if (undoing) return event::Recorded{{entry(*std::move(undoing))}};
    if (request.step) {
      const auto known = resolve({*request.step, request.night, std::nullopt}, State::done);
      if (const auto* refusal = std::get_if<Refusal>(&known)) return *refusal;
    }
    return refuse(Why::nothing_to_undo);
  }

  Verdict operator()(const request::StartGuide& request) const {
    auto found = resolve(request.target, State::done);
    if (auto* refusal = std::get_if<Refusal>(&found)) return *std::move(refusal);
    const auto& occurrence = std::get<Occurrence>(found);
    if (!evening_.schedule().routine().steps.at(occurrence.step_index).guide)
      return refuse(Why::no_guide, occurrence.id.step);
    if (!evening_.plans(occurrence.id)) {
      auto refusal = refuse_night(Why::not_in_that_night, occurrence.id.night);
      refusal.step = occurrence.id.step;
      return refusal;
    }
    return event::GuideStarted{occurrence.id, source_};
  }

  Verdict operator()(const request::StopGuide& /*request*/) const {
    if (evening_.guide() == nullptr) return refuse(Why::no_guide_running);
    return event::GuideStopped{};
  }

  Verdict operator()(const request::PauseGuide& /*request*/) const {
    if (evening_.guide() == nullptr) return refuse(Why::no_guide_running);
    return event::GuidePaused{};
  }

  Verdict operator()(const request::ResumeGuide& /*request*/) const {
    if (evening_.guide() == nullptr) return refuse(Why::no_guide_running);
    return event::GuideResumed{};
  }

  Verdict operator()(const request::Pause& request) const {
    const auto until = request.until.value_or(evening_.schedule().next_morning(now_));
    if (until <= now_) return refuse_at(Why::pause_in_the_past, until);
    if (until > now_ + longest_pause) return refuse_at(Why::pause_too_long, now_ + longest_pause);
    return event::Recorded{{entry(entry::Paused{until})}};
  }

  Verdict operator()(const request::Resume& /*request*/) const {
    if (!evening_.standing().paused_until(now_)) return refuse(Why::not_paused);
    return event::Recorded{{entry(entry::Resumed{})}};
  }

  Verdict operator()(const request::Later& request) const {
    const auto night = evening_.at_hand(now_);
    const auto& schedule = evening_.schedule();
    const auto latest = schedule.zone().to_instant(night.next().evening + noon.since_midnight);
    if (request.by <= Duration{0}) return refuse(Why::out_of_range);
    if (evening_.bedtime(night) + request.by >= latest) return refuse_at(Why::too_late, latest);
    return event::Recorded{{entry(entry::BedtimeMoved{night, request.by})}};
  }

  Verdict operator()(const request::LogCramp& request) const {
    const auto cramp = with_offset(request.cramp);
    if (auto refusal = refuse_cramp(cramp)) return *std::move(refusal);
    const auto tonight = evening_.schedule().night_of_cramp(now_);
    const auto night = request.night.value_or(cramp.at ? evening_.schedule().night_of_cramp(*cramp.at) : tonight);
    if (night > tonight) return refuse_night(Why::night_to_come, night);
    return event::Recorded{{entry(entry::Cramped{night, cramp})}, request.show_relief};
  }

  Verdict operator()(const request::LogNoCramp& request) const {
    const auto tonight = evening_.schedule().night_of_cramp(now_);
    const auto night = request.night.value_or(tonight);
    if (night > tonight) return refuse_night(Why::night_to_come, night);
    const auto* known = evening_.standing().night(night);
    if (known != nullptr && known->diary.has_cramps()) return refuse_night(Why::night_had_a_cramp, night);
    if (known != nullptr && known->diary.no_cramp) return event::Recorded{};
    return event::Recorded{{entry(entry::NoCramp{night})}};
  }

  Verdict operator()(const request::AmendCramp& request) const {
    const auto night = request.target.night.value_or(evening_.schedule().night_of_cramp(now_));
    const auto* known = find_cramp(night, request.target.number);
    if (known == nullptr) return refuse_cramp_number(night);
    auto cramp = request.change.applied_to(known->cramp);
    if (request.change.at) cramp = with_offset(std::move(cramp));
    if (auto refusal = refuse_cramp(cramp)) return *std::move(refusal);
    if (request.change.at) {
      const auto its_night = evening_.schedule().night_of_cramp(*cramp.at);
      if (its_night != night) return refuse_night(Why::cramp_of_another_night, its_night);
    }
    if (cramp == known->cramp) return event::Recorded{};
    return event::Recorded{{entry(entry::CrampAmended{night, known->id, std::move(cramp)})}};
  }

  Verdict operator()(const request::RemoveCramp& request) const {
    const auto night = request.target.night.value_or(evening_.schedule().night_of_cramp(now_));
    const auto* known = find_cramp(night, request.target.number);
    if (known == nullptr) return refuse_cramp_number(night);
    return event::Recorded{{entry(entry::CrampRemoved{night, known->id})}};
  }

 private:
  Verdict end_all(const std::vector<Target>& targets, State how) const {
    event::Recorded recorded;
    std::set<OccurrenceId> named;
    for (const auto& target : targets) {
      auto found = resolve(target, how);
      if (auto* refusal = std::get_if<Refusal>(&found)) return *std::move(refusal);
      const auto& occurrence = std::get<Occurrence>(found);
      if (evening_.state(occurrence, now_) == how || !named.insert(occurrence.id).second) continue;
      recorded.entries.push_back(entry(entry::Ended{subject(occurrence), how}));
    }
    return recorded;
  }

  Cramp with_offset(Cramp cramp) const {
    if (cramp.at) cramp.at_offset = evening_.schedule().zone().offset_at(*cramp.at);
    return cramp;
  }

  /// Null where the night has no such cramp.
  const DiaryCramp* find_cramp(Night night, std::optional<int> number) const {
    const auto* known = evening_.standing().night(night);
    if (known == nullptr) return nullptr;
    const auto& cramps = known->diary.cramps;
    const auto count = static_cast<int>(cramps.size());
    const auto wanted = number.value_or(count);
    return wanted < 1 || wanted > count ? nullptr : &cramps.at(static_cast<std::size_t>(wanted) - 1);
  }

  Refusal refuse_cramp_number(Night night) const {
    auto refusal = refuse_night(Why::no_such_cramp, night);
    if (const auto* known = evening_.standing().night(night); known != nullptr)
      refusal.limit = static_cast<int>(known->diary.cramps.size());
    return refusal;
  }

  std::optional<Refusal> refuse_cramp(const Cramp& cramp) const {
    if (cramp.at && *cramp.at > now_) return refuse_at(Why::cramp_in_the_future, *cramp.at);
    if (cramp.severity && (*cramp.severity < 0 || *cramp.severity > Cramp::most_severe))
      return refuse(Why::out_of_range);
    if (cramp.minutes && (*cramp.minutes < 0 || *cramp.minutes > Cramp::most_minutes)) return refuse(Why::out_of_range);
    return std::nullopt;
  }

  /// The occurrence a person means: of those that suit the answer best the first, but of those that are over the last.
  /// Without a night it is of the one at hand, or of another that asks to be answered now: with a bedtime in the
  /// morning a step of the new day is due while the night before is still at hand.
  std::variant<Occurrence, Refusal> resolve(const Target& target, std::optional<State> answer) const {
    const auto at_hand = evening_.at_hand(now_);
    const auto night = target.night.value_or(at_hand);
    if (evening_.schedule().find(target.step) == nullptr) return refuse(Why::unknown_step, target.step);

    auto all = evening_.schedule().occurrences_of(target.step, night, evening_.standing().moves(night));
    if (!target.night) std::ranges::copy(evening_.open_elsewhere(target.step, now_), std::back_inserter(all));
    const Occurrence* best = nullptr;
    int best_rank = 0;
    for (const auto& occurrence : all) {
      if (target.number && *target.number != occurrence.id.number) continue;
      const auto state = evening_.state(occurrence, now_);
      const auto this_rank = rank(state, answer);
      if (best == nullptr || this_rank < best_rank || (this_rank == best_rank && is_end(state))) {
        best = &occurrence;
        best_rank = this_rank;
      }
    }
    const auto is_to_come = best == nullptr || evening_.state(*best, now_) == State::waiting;
    if (night > at_hand && is_to_come) return refuse_night(Why::night_to_come, night);
    if (best != nullptr) return *best;
    auto refusal = refuse_night(Why::not_in_that_night, night);
    refusal.step = target.step;
    return refusal;
  }

  std::optional<Refusal> refuse_snooze(const Occurrence& occurrence, const Step& step, Instant until) const {
    const auto state = evening_.state(occurrence, now_);
    const auto* progress = evening_.standing().progress(occurrence.id);
    auto refusal = refuse(Why::not_due_yet, step.id);
    if (state == State::waiting) {
      refusal.when = occurrence.due;
      return refusal;
    }
    if (is_end(state)) {
      refusal.why = Why::already_over;
      refusal.state = state;
      refusal.when = progress != nullptr && progress->has_ended() ? progress->latest()->at : occurrence.closes;
      return refusal;
    }
    const auto snoozes = progress == nullptr ? 0 : progress->snoozes();
    if (snoozes >= step.rules.max_snoozes) {
      refusal.why = Why::no_snooze_left;
      refusal.limit = step.rules.max_snoozes;
      return refusal;
    }
    const auto night = occurrence.id.night;
    const auto evening_end = evening_.schedule().evening_end(night, evening_.standing().moves(night));
    if (until >= evening_end) {
      refusal.why = Why::past_the_evening;
      refusal.when = evening_end;
      return refusal;
    }
    return std::nullopt;
  }

  Entry entry(entry::Body body) const {
    return {now_, evening_.schedule().zone().offset_at(now_), source_, std::move(body)};
  }

  Subject subject(const Occurrence& occurrence) const {
    return {occurrence.id, occurrence.due, evening_.schedule().zone().offset_at(occurrence.due)};
  }

  static Refusal refuse(Why why, StepId step = {}) {
    Refusal refusal;
    refusal.why = why;
    refusal.step = std::move(step);
    return refusal;
  }

  static Refusal refuse_at(Why why, Instant when) {
    auto refusal = refuse(why);
    refusal.when = when;
    return refusal;
  }

  static Refusal refuse_night(Why why, Night night) {
    auto refusal = refuse(why);
    refusal.night = night;
    return refusal;
  }

  Source source_;
  const Evening& evening_;
  Instant now_;
};

}  // namespace

std::variant<Event, Refusal> consider(const Request& request, Source source, const Evening& evening, Instant now) {
  return std::visit(Considering{source, evening, now}, request);
}

std::vector<Night> nights_named(const Request& request) {
  std::vector<Night> nights;
  const auto add = [&](const std::optional<Night>& night) {
    if (night) nights.push_back(*night);
  };
  std::visit(
      [&](const auto& what) {
        if constexpr (requires { what.targets; })
          for (const auto& target : what.targets) add(target.night);
        else if constexpr (requires { what.target; })
          add(what.target.night);
        else if constexpr (requires { what.night; })
          add(what.night);
      },
      request);
  return nights;
}

}  // namespace calmcalf
