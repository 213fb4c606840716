// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <map>

#include "domain/ledger.hpp"

namespace calmcalf::cli {

/// What the wall clocks showed when entries were written.
class RecordedOffsets {
 public:
  explicit RecordedOffsets(const Ledger& ledger) {
    for (const auto& entry : ledger) offsets_.emplace_hint(offsets_.end(), entry.at, entry.offset);
  }

  /// Local time minus UTC. `instant` is the time of an entry.
  [[nodiscard]] Duration at(Instant instant) const { return offsets_.at(instant); }

 private:
  std::map<Instant, Duration> offsets_;
};

}  // namespace calmcalf::cli
