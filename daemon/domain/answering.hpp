// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <variant>

#include "domain/evening.hpp"
#include "domain/request.hpp"

namespace calmcalf {

/// What a request comes to: an event, to be handled once the entries in it are on disk, or why it is refused. Changes
/// nothing. An answer that was given before is a Recorded without entries. Nights that the request names must be
/// remembered by the evening.
[[nodiscard]] std::variant<Event, Refusal> consider(const Request& request, Source source, const Evening& evening,
                                                    Instant now);

/// The nights a request names.
[[nodiscard]] std::vector<Night> nights_named(const Request& request);

}  // namespace calmcalf
