// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include "domain/ledger.hpp"

namespace calmcalf {

struct GeneratedNights {
  Night last;
  int number = 1;
  int moves_a_day = 0;  ///< occurrences of a step that comes hourly, each shown and answered; 10 at the most
};

/// What somebody with cramps may have recorded in nights of the starter routine, about 13 entries a night and two for
/// each move. The same seed gives the same nights.
[[nodiscard]] Ledger generated_history(const GeneratedNights& nights, unsigned seed);

}  // namespace calmcalf
