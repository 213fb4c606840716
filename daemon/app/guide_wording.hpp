// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <string>

#include "domain/evening.hpp"
#include "ports/notifier.hpp"

namespace calmcalf {

/// What to do now, in a few words: "Hold, left leg", "Relax, then right leg".
[[nodiscard]] std::string instruction(const GuideView& guide);

/// "Round 1 of 3"; empty where there is but one.
[[nodiscard]] std::string round_in_words(const GuideView& guide);

/// A guided exercise as a popup: what to do now stands in the title, which servers draw largest.
[[nodiscard]] Notice guide_notice(const Popup& popup, const Evening& evening);

}  // namespace calmcalf
