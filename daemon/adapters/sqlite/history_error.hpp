// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <filesystem>
#include <string_view>

#include "ports/history.hpp"

namespace calmcalf {

/// What SQLite's failure means for the user, in a line. `code` is SQLite's extended result, `system_error` the errno
/// behind it or 0, `detail` SQLite's own words.
[[nodiscard]] HistoryError error_of_sqlite(const std::filesystem::path& file, int code, int system_error,
                                           std::string_view detail);

/// The same for a failed system call on `path`: the history's file, its folder, or a file beside it.
[[nodiscard]] HistoryError error_of_system(const std::filesystem::path& path, int system_error);

/// The same where `path` was to be made, moved or written.
[[nodiscard]] HistoryError error_of_writing(const std::filesystem::path& path, int system_error);

[[nodiscard]] HistoryError missing_history(const std::filesystem::path& file);
[[nodiscard]] HistoryError damaged_history(const std::filesystem::path& file, std::string_view detail);

}  // namespace calmcalf
