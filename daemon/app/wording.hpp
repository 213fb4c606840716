// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <string>

#include "domain/evening.hpp"
#include "domain/request.hpp"
#include "ports/notifier.hpp"

namespace calmcalf {

/// The keys of the buttons, as the notification server returns them.
namespace action {
inline constexpr const char* open = "default";  ///< a click on the popup itself
inline constexpr const char* done = "done";
inline constexpr const char* snooze = "snooze";
inline constexpr const char* skip = "skip";
inline constexpr const char* each = "each";
inline constexpr const char* no_cramp = "no-cramp";
inline constexpr const char* mild = "mild";
inline constexpr const char* bad = "bad";
}  // namespace action

/// A popup in words, as it stands at `now`: what to do, when bedtime is, the cautions that apply, and only buttons that
/// would be accepted.
[[nodiscard]] Notice put_in_words(const Popup& popup, const Evening& evening, Instant now);

/// Why something was refused, in a sentence that says what can be done instead.
[[nodiscard]] std::string put_in_words(const Refusal& refusal, const Evening& evening);

/// A refusal as a popup, for somebody who pressed a button.
[[nodiscard]] Notice refusal_notice(const Refusal& refusal, const Evening& evening);
[[nodiscard]] Notice refusal_notice(std::string why);

/// "10 min", "1 h 30 min": short enough for a button.
[[nodiscard]] std::string short_text(Duration duration);

}  // namespace calmcalf
