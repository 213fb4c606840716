// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "domain/occurrence.hpp"
#include "domain/request.hpp"

namespace calmcalf {

/// The keys of what can be chosen in the tray's menu. They name what is asked for and the occurrence, so that a choice
/// made in an old menu means what it said.
namespace choice {

inline constexpr const char* cramp = "cramp";
inline constexpr const char* pause_until_morning = "pause";
inline constexpr const char* resume = "resume";
inline constexpr const char* pause_guide = "pause-guide";
inline constexpr const char* resume_guide = "resume-guide";
inline constexpr const char* stop_guide = "stop-guide";
inline constexpr const char* report = "report";
inline constexpr const char* edit = "edit";
inline constexpr const char* quit = "quit";

[[nodiscard]] std::string done(const OccurrenceId& id);
[[nodiscard]] std::string skip(const OccurrenceId& id);
[[nodiscard]] std::string start(const OccurrenceId& id);
[[nodiscard]] std::string undo(const OccurrenceId& id);
[[nodiscard]] std::string snooze(const OccurrenceId& id, Duration length);
[[nodiscard]] std::string pause_for(Duration length);
[[nodiscard]] std::string later_by(Duration length);

}  // namespace choice

/// What is asked for by choosing the item of this key at `now`; none where the key asks for nothing.
[[nodiscard]] std::optional<Request> request_chosen(std::string_view key, Instant now);

}  // namespace calmcalf
