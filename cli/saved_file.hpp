// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <filesystem>
#include <string_view>

namespace calmcalf::cli {

/// What --output names, written: whole, or as it was. Throws Failure.
void save_file(const std::filesystem::path& file, std::string_view content);

}  // namespace calmcalf::cli
