// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "open_history.hpp"

#include <fmt/format.h>

namespace calmcalf {

std::unique_ptr<SqliteHistory> open_history(const std::filesystem::path& file, Log& log) {
  auto history = SqliteHistory::open_for_service(file);
  if (const auto& damaged = history->damaged_file())
    log.error(fmt::format("The history was damaged. It is kept as {}, and a new one has begun.", damaged->string()));
  if (const auto& migration = history->migration())
    log.notice(fmt::format("The history was brought from format {} to {}. As it was before, it is kept as {}.",
                           migration->from, migration->to, migration->backup.string()));
  return history;
}

}  // namespace calmcalf
