// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <cstddef>
#include <string>

#include "cli/calendar_nights.hpp"
#include "cli/ink.hpp"

namespace calmcalf::cli {

/// The months that `nights` reach over as grids, a cell a night, as many side by side as `width` columns take, and
/// below them what the signs mean. `nights` must not be empty.
[[nodiscard]] std::string calendar_page(const CalendarNights& nights, std::size_t width, const Ink& ink);

}  // namespace calmcalf::cli
