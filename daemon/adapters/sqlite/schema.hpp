// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once

namespace calmcalf {

class Connection;

/// Makes the file's schema this version's, from nothing or from any earlier one. Throws HistoryError where the file is
/// not Calmcalf's, or a newer one's than this.
void bring_schema_up_to_date(const Connection& connection);

/// For who can only read. Throws HistoryError as above, and where there is nothing yet, or what there is must be
/// brought up to date.
void require_current_schema(const Connection& connection);

}  // namespace calmcalf
