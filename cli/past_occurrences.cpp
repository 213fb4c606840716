// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/past_occurrences.hpp"

#include <algorithm>
#include <tuple>

#include "cli/recorded_offsets.hpp"
#include "domain/standing.hpp"

namespace calmcalf::cli {

std::vector<PastOccurrence> past_occurrences(const Ledger& ledger) {
  const Standing standing{ledger};
  const RecordedOffsets offsets{ledger};
  std::vector<PastOccurrence> past;
  for (const auto& [id, progress] : standing.occurrences()) {
    const auto* turn = progress.latest();
    if (turn == nullptr && progress.shows == 0) continue;
    const auto& subject = progress.subject;
    const auto changed_at = turn == nullptr ? progress.reminded_at : turn->at;
    past.push_back({id, subject.due, subject.due_offset, turn == nullptr ? State::due : turn->to, changed_at,
                    offsets.at(changed_at), turn == nullptr ? Source::service : turn->source});
  }
  std::ranges::sort(past, {}, [](const PastOccurrence& one) { return std::tie(one.at, one.id); });
  return past;
}

}  // namespace calmcalf::cli
