// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <filesystem>
#include <string>
#include <string_view>

namespace calmcalf::toml_file {

/// Makes `bytes` the content of the file at `path`, readable for its owner alone: all of it or, whatever happens
/// meanwhile, what was there before. Folders that are missing are made. A file that holds these bytes already is left
/// alone. Returns what went wrong and what to do; empty where nothing did.
[[nodiscard]] std::string keep_copy(const std::filesystem::path& path, std::string_view bytes);

}  // namespace calmcalf::toml_file
