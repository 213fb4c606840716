// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <functional>
#include <string>
#include <string_view>

#include "ports/schedule_source.hpp"

namespace calmcalf {

/// Whether a time zone of that name exists on this machine.
using KnowsZone = std::function<bool(const std::string& name)>;

/// Reads a schedule from any bytes at all; `file` is what its mistakes call it. Every mistake is found at once, in the
/// order of the file; only where headings and keys cannot be made out (one is there twice, a heading has no name, a
/// text of many lines no end) the values are not looked into.
[[nodiscard]] Reading read_routine(std::string_view text, const std::string& file, const KnowsZone& knows_zone);

}  // namespace calmcalf
