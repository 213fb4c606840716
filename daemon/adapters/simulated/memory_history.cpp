// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/simulated/memory_history.hpp"

#include <algorithm>
#include <iterator>

namespace calmcalf {

void MemoryHistory::append(std::span<const Entry> entries) {
  if (error_) throw HistoryError{*error_};
  entries_.insert(entries_.end(), entries.begin(), entries.end());
}

Ledger MemoryHistory::load(std::optional<Night> from, std::optional<Night> until) const {
  if (loading_error_) throw HistoryError{*loading_error_};
  const auto is_wanted = [&](const Entry& entry) {
    const auto local = LocalTime{entry.at.time_since_epoch() + entry.offset};
    const auto night = night_of(entry).value_or(Night{std::chrono::floor<std::chrono::days>(local)});
    return (!from || *from <= night) && (!until || night <= *until);
  };
  Ledger wanted;
  std::ranges::copy_if(entries_, std::back_inserter(wanted), is_wanted);
  return wanted;
}

std::optional<Instant> MemoryHistory::last(Instant now) const {
  std::optional<Instant> last;
  for (const auto& entry : entries_) {
    if (entry.source == Source::import || entry.at > now) continue;
    last = std::max(last.value_or(entry.at), entry.at);
  }
  return last;
}

}  // namespace calmcalf
