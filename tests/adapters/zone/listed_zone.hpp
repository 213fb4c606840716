// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <utility>
#include <vector>

#include "domain/zone.hpp"

namespace calmcalf {

/// A zone whose changes are listed in the test.
class ListedZone : public Zone {
 public:
  struct Change {
    Instant at;
    Duration offset;  ///< from then on
  };

  /// `changes` in order.
  ListedZone(Duration offset, std::vector<Change> changes) : first_{offset}, changes_{std::move(changes)} {}

  [[nodiscard]] std::string name() const override { return "Listed"; }

  [[nodiscard]] ZoneSpan span_at(Instant instant) const override {
    ZoneSpan span{Instant::min(), Instant::max(), first_};
    for (const Change& change : changes_) {
      if (instant < change.at) {
        span.end = change.at;
        break;
      }
      span.begin = change.at;
      span.offset = change.offset;
    }
    return span;
  }

 private:
  Duration first_;
  std::vector<Change> changes_;
};

}  // namespace calmcalf
