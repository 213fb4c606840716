// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <vector>

#include "domain/diary.hpp"

namespace calmcalf::cli {

/// What is known of a cramp but its time and note: "left calf", "severity 6 of 10", "4 minutes", "woke you", "after
/// exercise, sitting", "tried stretch, walk". Empty where only its time is known.
[[nodiscard]] std::vector<std::string> cramp_in_words(const Cramp& cramp);

}  // namespace calmcalf::cli
