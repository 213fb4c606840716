// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <string_view>
#include <vector>

#include <systemd/sd-bus.h>

namespace calmcalf::fuzz {

[[nodiscard]] std::vector<std::string_view> split(std::string_view text, char separator);

/// Appends arguments as texts say them: `TYPE VALUE`, such as `s water`, `as water,banana`, `i 3`, `v s x`; from the
/// first `NAME=TYPE VALUE` on, or a single `{}`, what follows is one of type a{sv}. False where a type is not known, or
/// libsystemd does not take the value.
[[nodiscard]] bool append_arguments(sd_bus_message* to, const std::vector<std::string_view>& texts);

}  // namespace calmcalf::fuzz
