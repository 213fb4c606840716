// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include "domain/instant.hpp"

namespace calmcalf {

/// What time it is.
class Clock {
 public:
  Clock() = default;
  Clock(const Clock&) = delete;
  Clock& operator=(const Clock&) = delete;
  virtual ~Clock() = default;

  /// The wall clock, rounded down to the second: a deadline that has been reached is never read as still to come.
  [[nodiscard]] virtual Instant now() const = 0;
};

}  // namespace calmcalf
