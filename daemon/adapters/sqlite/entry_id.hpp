// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <string>

#include "domain/instant.hpp"

namespace calmcalf {

/// A new UUID of version 7 (RFC 9562): no other machine's is the same, and those of later entries sort later, which
/// keeps the index of ids growing at one end. Throws std::system_error where the system has no random numbers to give.
[[nodiscard]] std::string new_entry_id(Instant at);

}  // namespace calmcalf
