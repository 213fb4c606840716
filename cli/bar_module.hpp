// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <nlohmann/json_fwd.hpp>

namespace calmcalf::cli {

/// The evening as the service tells it (Service::status()), as a custom module of Waybar: waybar-custom(5),
/// "return-type": "json". Its texts are Pango markup, as Waybar takes them.
[[nodiscard]] nlohmann::ordered_json bar_module(const nlohmann::ordered_json& status);

}  // namespace calmcalf::cli
