// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include <cstdlib>
#include <iostream>

#include "fuzz/target.hpp"

namespace calmcalf::fuzz {

void must_hold(bool holds, std::string_view claim) {
  if (holds) return;
  std::cerr << "does not hold: " << claim << std::endl;
  std::abort();
}

}  // namespace calmcalf::fuzz
