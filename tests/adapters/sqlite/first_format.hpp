// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <filesystem>

#include "domain/ledger.hpp"

namespace calmcalf {

/// What history-1.db holds, in this order: every kind of entry that format 1 knew, over several nights. That file was
/// written by the last program that wrote format 1, the history of commit 935bb09: opened for the service, an append()
/// for each of these entries, closed. It is not made again: what later programs write is another format.
[[nodiscard]] Ledger ledger_of_first_format();

/// A history in format 1 at `file`, as Calmcalf left it when it ended: a copy of history-1.db.
void put_first_format_at(const std::filesystem::path& file);

}  // namespace calmcalf
