// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include "domain/evening.hpp"
#include "ports/control.hpp"

namespace calmcalf {

/// The evening at hand as it stands at `now`, with what is wrong with the schedule.
[[nodiscard]] Tonight tonight_of(const Evening& evening, const Mistakes& problems, Instant now);

}  // namespace calmcalf
