// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <cstddef>
#include <span>
#include <string>

#include "cli/ink.hpp"
#include "domain/routine.hpp"

namespace calmcalf::cli {

/// What to do while the cramp is there, step after step, to be read half asleep: only what applies to somebody with
/// `cautions` stands beside it.
[[nodiscard]] std::string relief_page(std::span<const Caution> cautions, std::size_t width, const Ink& ink);

}  // namespace calmcalf::cli
