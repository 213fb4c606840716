// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <string>

namespace calmcalf::cli {

/// An hour of the day as a time: "03:00"; "3:00 AM" where a day has twice twelve hours.
[[nodiscard]] std::string hour_on_clock(int hour);

/// The same in short: "03", "3 AM".
[[nodiscard]] std::string hour_label(int hour);

}  // namespace calmcalf::cli
