// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <filesystem>

namespace calmcalf {

/// How many are kept beside a history: "FILE.backup.1" is the newest.
inline constexpr int backups_kept = 3;

/// Copies the history as it is now to "FILE.backup.1", to be read by its owner alone, and returns that; it is whole and
/// on disk by then. Older backups move on by one and the oldest goes, unless the newest one is the same as the history
/// is now: then it stays. The caller has the right to write to the history (Transaction) and has written nothing, so
/// nobody adds to the history or makes another backup of it meanwhile. Throws HistoryError, and then leaves nothing
/// behind.
std::filesystem::path back_up(const std::filesystem::path& history);

}  // namespace calmcalf
