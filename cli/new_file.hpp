// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <filesystem>
#include <string_view>
#include <system_error>

namespace calmcalf::cli {

/// Writes a file that is not there yet: all of `content` and on disk, or nothing, whatever happens meanwhile. Folders
/// that are missing are made. Whatever is there already, a broken link too, is left alone: std::errc::file_exists.
[[nodiscard]] std::error_code write_new_file(const std::filesystem::path& file, std::string_view content);

}  // namespace calmcalf::cli
