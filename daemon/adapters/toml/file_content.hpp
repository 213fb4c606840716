// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <filesystem>
#include <optional>
#include <string>

namespace calmcalf::toml_file {

/// A file's bytes, or why there are none and what to do.
struct FileContent {
  std::optional<std::string> bytes;
  std::string mistake;  ///< empty where there are bytes
};

/// Reads a plain file of up to 4 MiB. Never waits, whatever the path leads to: nothing is read from a pipe, a socket
/// or a device.
[[nodiscard]] FileContent read_file(const std::filesystem::path& path);

}  // namespace calmcalf::toml_file
