// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <string_view>

namespace calmcalf::fuzz {

/// Ends the program where it does not hold, which is a finding: `claim` says what should have been.
void must_hold(bool holds, std::string_view claim);

/// One turn of a target: takes bytes such as may come from outside. README.md says what each reads.
using Target = void(std::string_view bytes);

Target try_bus;
Target try_history;
Target try_import;
Target try_rows;
Target try_schedule;
Target try_story;
Target try_times;
Target try_zone;

}  // namespace calmcalf::fuzz
