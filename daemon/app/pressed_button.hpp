// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <string_view>
#include <variant>

#include "domain/evening.hpp"
#include "domain/request.hpp"

namespace calmcalf {

/// What somebody means who presses the button of that key on a popup: an answer, something that changes what is on the
/// screen alone, or nothing, where the popup has no such button.
[[nodiscard]] std::variant<std::monostate, Request, Event> meaning_of_button(std::string_view action,
                                                                             const Popup& popup,
                                                                             const Routine& routine);

}  // namespace calmcalf
