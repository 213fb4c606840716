// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <functional>
#include <optional>

namespace calmcalf {

/// Does `action` in a process of its own, which is killed as it is about to change a file, or the names in a folder,
/// for the `number`-th time, counted from 1. What a killed process leaves behind is what it had changed until then, so
/// the numbers from 1 on stand for every instant at which it can be killed. Returns whether it came that far; none
/// where processes cannot be traced.
[[nodiscard]] std::optional<bool> killed_before_change(int number, const std::function<void()>& action);

}  // namespace calmcalf
