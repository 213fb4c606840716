// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include "ports/clock.hpp"

namespace calmcalf {

/// The machine's wall clock.
class SystemClock : public Clock {
 public:
  [[nodiscard]] Instant now() const override;
};

}  // namespace calmcalf
