// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <optional>

#include "adapters/sqlite/migration.hpp"

namespace calmcalf {

class Connection;

/// Makes the file's schema this version's, from nothing or from any earlier one; what an earlier one wrote is backed up
/// first. Returns what was done to that. However it ends, the file is in the one format or the other. Throws
/// HistoryError where the file is not Calmcalf's, or a newer one's than this.
std::optional<Migration> bring_schema_up_to_date(const Connection& connection);

/// For who can only read. Throws HistoryError as above, and where there is nothing yet, or what there is must be
/// brought up to date.
void require_current_schema(const Connection& connection);

}  // namespace calmcalf
