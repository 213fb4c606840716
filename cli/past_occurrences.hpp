// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <vector>

#include "domain/ledger.hpp"

namespace calmcalf::cli {

/// What became of an occurrence, as the ledger tells it.
struct PastOccurrence {
  OccurrenceId id;
  Instant at;             ///< when it was due
  Duration at_offset{0};  ///< local time minus UTC, as recorded then
  State state = State::due;
  Instant changed_at;
  Duration changed_at_offset{0};
  Source source = Source::service;  ///< of the last change
};

/// Everything that was shown, snoozed or ended, in order of when it was due. An occurrence whose only answer was taken
/// back before it was ever shown is not among it: nothing has become of it.
[[nodiscard]] std::vector<PastOccurrence> past_occurrences(const Ledger& ledger);

}  // namespace calmcalf::cli
