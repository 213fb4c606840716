// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <nlohmann/json.hpp>
#include <systemd/sd-bus.h>

namespace calmcalf::cli {

/// Appends to a message: a string as s, a whole number as x, a boolean as b, a list of strings as as, an object as
/// a{sv}. Throws std::system_error.
void append_value(sd_bus_message* to, const nlohmann::ordered_json& value);

/// The message's next value, whatever it is; a variant is what is in it, an a{s…} an object. Throws std::system_error.
[[nodiscard]] nlohmann::ordered_json read_value(sd_bus_message* from);

}  // namespace calmcalf::cli
