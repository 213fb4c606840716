// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <utility>

#include "domain/ledger.hpp"
#include "domain/proportion.hpp"

namespace calmcalf {

/// Entries as tests about many nights write them: each at the one instant of its night that all of them share.

inline Entry entry_of(Night night, entry::Body body) {
  const Instant evening{night.evening.time_since_epoch() + std::chrono::hours{21}};
  return {evening, std::chrono::hours{1}, Source::command, std::move(body)};
}

inline Subject subject_of(Night night, std::string step, int number = 1) {
  const Instant evening{night.evening.time_since_epoch() + std::chrono::hours{20}};
  return {{night, {std::move(step)}, number}, evening, std::chrono::hours{1}};
}

inline Entry ended(Night night, std::string step, State how, int number = 1) {
  return entry_of(night, entry::Ended{subject_of(night, std::move(step), number), how});
}

inline Entry shown(Night night, std::string step, int number = 1) {
  return entry_of(night, entry::Shown{subject_of(night, std::move(step), number)});
}

inline Entry cramped(Night night) {
  return entry_of(night, entry::Cramped{night, {}});
}

inline Entry no_cramp(Night night) {
  return entry_of(night, entry::NoCramp{night});
}

/// `with.n` nights from `first` on with water done, then `without.n` with it missed; a cramp in the first k of each.
inline Ledger compared_nights(Night first, Count with, Count without) {
  Ledger ledger;
  const auto add = [&](Count count, State how) {
    for (int i = 0; i < count.n; ++i, first = first.next()) {
      ledger.push_back(ended(first, "water", how));
      ledger.push_back(i < count.k ? cramped(first) : no_cramp(first));
    }
  };
  add(with, State::done);
  add(without, State::missed);
  return ledger;
}

}  // namespace calmcalf
