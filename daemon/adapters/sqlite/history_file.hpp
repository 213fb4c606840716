// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <filesystem>
#include <string>

namespace calmcalf {

/// `given` as one absolute path without links, so that what lies beside the file is found by all who use it.
[[nodiscard]] std::filesystem::path real_path(const std::filesystem::path& given);

/// Makes the folders for it where they are missing, to be entered by their owner alone. Throws HistoryError.
void create_history_folder(const std::filesystem::path& file);

/// Makes the file where it is missing, to be read by its owner alone. Throws HistoryError.
void create_history_file(const std::filesystem::path& file);

/// What belongs to a file by its name.
[[nodiscard]] std::filesystem::path beside(const std::filesystem::path& file, const std::string& ending);

/// Without this a loss of power could take the names that were given in a folder. Not every file system knows of it.
void flush_folder(const std::filesystem::path& folder) noexcept;

/// Moves a damaged database, with what SQLite keeps beside it, to "FILE.corrupt-2026-11-23T221500" or the next free
/// name like it, and returns that. Throws HistoryError.
std::filesystem::path set_aside(const std::filesystem::path& file);

/// Whether the database can only be read as it lies there: nothing can be created beside it, and nothing that belongs
/// to it waits there.
[[nodiscard]] bool is_unchanging(const std::filesystem::path& file);

}  // namespace calmcalf
