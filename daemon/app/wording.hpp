// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <string_view>

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
inline constexpr const char* start = "start";
inline constexpr const char* pause = "pause";
inline constexpr const char* go_on = "go-on";
inline constexpr const char* stop = "stop";
inline constexpr const char* next = "next";
inline constexpr const char* back = "back";
inline constexpr const char* close = "close";
inline constexpr const char* yes = "yes";
inline constexpr const char* no = "no";
inline constexpr const char* left = "left";
inline constexpr const char* right = "right";
inline constexpr const char* both = "both";
}  // namespace action

/// A popup in words, as it stands at `now`: what to do, when bedtime is, the cautions that apply, and only buttons that
/// would be accepted.
[[nodiscard]] Notice put_in_words(const Popup& popup, const Evening& evening, Instant now);

/// Why something was refused, in a sentence that says what can be done instead.
[[nodiscard]] std::string put_in_words(const Refusal& refusal, const Evening& evening);

/// A refusal as a popup, for somebody who pressed a button.
[[nodiscard]] Notice refusal_notice(const Refusal& refusal, const Evening& evening);
[[nodiscard]] Notice refusal_notice(std::string why);

/// Adds a line to lines; nothing for an empty one.
void add_line(std::string& text, std::string_view line);

/// The hour and minute on the wall: "22:30".
[[nodiscard]] std::string clock_time(Instant instant, const Evening& evening);

/// "10 min", "1 h 30 min": short enough for a button.
[[nodiscard]] std::string short_text(Duration duration);

}  // namespace calmcalf
