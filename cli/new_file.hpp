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

/// The same, but a file that is there is replaced: by all of `content`, or it stays as it is. It keeps its permissions,
/// a new one is its owner's alone; of a link, what it leads to is replaced. What is no file (a folder, a device) is
/// left alone: std::errc::not_supported.
[[nodiscard]] std::error_code write_or_replace_file(const std::filesystem::path& file, std::string_view content);

}  // namespace calmcalf::cli
