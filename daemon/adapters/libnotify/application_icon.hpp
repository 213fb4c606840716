// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <filesystem>
#include <string>
#include <vector>

namespace calmcalf {

/// The name of the program's icon, where one of these data folders has it in an icon theme; else empty: for a name that
/// they cannot find, servers draw a placeholder.
[[nodiscard]] std::string application_icon(const std::vector<std::filesystem::path>& data_folders);

/// The data folders of this process: the user's, then the system's.
[[nodiscard]] std::vector<std::filesystem::path> data_folders();

}  // namespace calmcalf
