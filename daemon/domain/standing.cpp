// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "domain/standing.hpp"

#include <algorithm>
#include <iterator>

namespace calmcalf {

int Progress::snoozes() const {
  return static_cast<int>(std::ranges::count(turns, State::snoozed, &Turn::to));
}

std::optional<Instant> Progress::snoozed_until() const {
  const auto* turn = latest();
  return turn != nullptr && turn->to == State::snoozed ? turn->until : std::nullopt;
}

std::optional<Instant> Progress::snoozed_until_before_last() const {
  if (turns.size() < 2) return std::nullopt;
  return turns[turns.size() - 2].until;
}

Standing::Standing(const Ledger& ledger) {
  for (const auto& entry : ledger) apply(entry);
}

Progress& Standing::progress_of(const Subject& subject) {
  auto& progress = occurrences_[subject.id];
  progress.subject = subject;
  return progress;
}

NightDiary& Standing::begin_diary_turn(Night night, const Entry& entry) {
  auto& progress = nights_[night];
  progress.diary_turns.push_back({progress.diary, entry.at, entry.source, ++turns_});
  return progress.diary;
}

void Standing::apply(const Entry& entry) {
  struct Fold {
    Standing& all;
    const Entry& entry;

    void operator()(const entry::Started& /*body*/) const {}
    void operator()(const entry::Rescheduled& /*body*/) const {}
    void operator()(const entry::Shown& body) const {
      auto& progress = all.progress_of(body.subject);
      ++progress.shows;
      if (body.why == entry::Shown::Why::repeat) ++progress.repeats;
      const auto is_put_back = body.why == entry::Shown::Why::again && progress.shown_since_snoozed;
      if (!is_put_back) progress.reminded_at = entry.at;
      progress.dismissed = false;
      progress.shown_since_snoozed = true;
    }
    void operator()(const entry::Dismissed& body) const { all.progress_of(body.subject).dismissed = true; }
    void operator()(const entry::Snoozed& body) const {
      auto& progress = all.progress_of(body.subject);
      progress.turns.push_back({State::snoozed, entry.at, entry.source, body.until, ++all.turns_});
      progress.repeats = 0;
      progress.shown_since_snoozed = false;
    }
    void operator()(const entry::Ended& body) const {
      all.progress_of(body.subject).turns.push_back({body.how, entry.at, entry.source, std::nullopt, ++all.turns_});
    }
    void operator()(const entry::Undone& body) const {
      auto& progress = all.progress_of(body.subject);
      if (!progress.turns.empty()) progress.turns.pop_back();
      progress.dismissed = false;
    }
    void operator()(const entry::Paused& body) const {
      (*this)(entry::Resumed{});
      all.pauses_.push_back({entry.at, body.until});
    }
    void operator()(const entry::Resumed& /*body*/) const {
      if (all.pauses_.empty()) return;
      auto& pause = all.pauses_.back();
      pause.until = std::min(pause.until, entry.at);
      pause.cut_short = true;
    }
    void operator()(const entry::BedtimeMoved& body) const {
      all.nights_[body.night].moves.push_back({entry.at, body.by});
    }
    void operator()(const entry::Cramped& body) const {
      all.begin_diary_turn(body.night, entry).add(body.cramp, entry.at);
    }
    void operator()(const entry::CrampAmended& body) const {
      auto& diary = all.begin_diary_turn(body.night, entry);
      if (auto* known = diary.find(body.id); known != nullptr) known->cramp = body.cramp;
    }
    void operator()(const entry::CrampRemoved& body) const {
      std::erase_if(all.begin_diary_turn(body.night, entry).cramps,
                    [&](const DiaryCramp& cramp) { return cramp.id == body.id; });
    }
    void operator()(const entry::NoCramp& body) const { all.begin_diary_turn(body.night, entry).no_cramp = true; }
    void operator()(const entry::DiaryUndone& body) const {
      auto& night = all.nights_[body.night];
      if (night.diary_turns.empty()) return;
      night.diary = std::move(night.diary_turns.back().before);
      night.diary_turns.pop_back();
    }
    void operator()(const entry::MorningChecked& body) const { all.nights_[body.night].checked = true; }
    void operator()(const entry::DoctorHinted& body) const { all.nights_[body.night].hinted = true; }
    void operator()(const entry::QuestionClosed& body) const { all.nights_[body.night].question_closed = true; }
    void operator()(const entry::HintClosed& body) const { all.nights_[body.night].hint_closed = true; }
  };
  std::visit(Fold{*this, entry}, entry.body);
  times_.insert(entry.at);
}

const Progress* Standing::progress(const OccurrenceId& id) const {
  const auto found = occurrences_.find(id);
  return found == occurrences_.end() ? nullptr : &found->second;
}

const NightProgress* Standing::night(Night night) const {
  const auto found = nights_.find(night);
  return found == nights_.end() ? nullptr : &found->second;
}

const std::vector<BedtimeMove>& Standing::moves(Night night) const {
  static const std::vector<BedtimeMove> none;
  const auto* found = this->night(night);
  return found == nullptr ? none : found->moves;
}

Instant Standing::last_recorded(Instant now) const {
  const auto later = times_.upper_bound(now);
  return later == times_.begin() ? Instant::min() : *std::prev(later);
}

bool Standing::was_paused_at(Instant instant) const {
  return std::ranges::any_of(pauses_, [&](const Pause& p) { return p.from <= instant && instant <= p.until; });
}

std::optional<Instant> Standing::paused_until(Instant now) const {
  if (pauses_.empty() || pauses_.back().cut_short || pauses_.back().until <= now) return std::nullopt;
  return pauses_.back().until;
}

void Standing::forget_before(Night night) {
  std::erase_if(occurrences_, [&](const auto& entry) { return entry.first.night < night; });
  std::erase_if(nights_, [&](const auto& entry) { return entry.first < night; });
  const Instant earliest{night.evening.time_since_epoch() - std::chrono::days{1}};
  times_.erase(times_.begin(), times_.lower_bound(earliest));
  std::erase_if(pauses_, [&](const Pause& pause) { return pause.until < earliest; });
}

}  // namespace calmcalf
