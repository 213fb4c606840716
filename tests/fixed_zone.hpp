// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <memory>
#include <string>

#include "domain/zone.hpp"

namespace calmcalf {

/// A zone that never changes.
class FixedZone : public Zone {
 public:
  explicit FixedZone(Duration offset = {}) : offset_{offset} {}

  [[nodiscard]] std::string name() const override { return "Fixed"; }
  [[nodiscard]] ZoneSpan span_at(Instant /*instant*/) const override {
    return {Instant::min(), Instant::max(), offset_};
  }

 private:
  Duration offset_;
};

inline std::shared_ptr<const Zone> utc() {
  return std::make_shared<FixedZone>();
}

}  // namespace calmcalf
