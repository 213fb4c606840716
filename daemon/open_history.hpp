// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <filesystem>
#include <memory>

#include "adapters/sqlite/sqlite_history.hpp"
#include "ports/log.hpp"

namespace calmcalf {

/// The history for a service, and a line in the log where it was not as it should be. Throws HistoryError.
[[nodiscard]] std::unique_ptr<SqliteHistory> open_history(const std::filesystem::path& file, Log& log);

}  // namespace calmcalf
