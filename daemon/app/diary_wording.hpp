// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include "domain/evening.hpp"
#include "ports/notifier.hpp"

namespace calmcalf {

/// The diary's popups in words: the morning's question and those that follow it, the advice to see a doctor, and what
/// helps in a cramp, one thing a popup.
[[nodiscard]] Notice morning_notice(const Popup& popup);
[[nodiscard]] Notice follow_up_notice(const Popup& popup, const Evening& evening);
[[nodiscard]] Notice doctor_notice(const Popup& popup);
[[nodiscard]] Notice relief_notice(const Popup& popup, const Evening& evening);

}  // namespace calmcalf
