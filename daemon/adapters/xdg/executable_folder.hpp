// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <filesystem>

namespace calmcalf {

/// Where the running program's file is, links followed; empty where the system does not say.
[[nodiscard]] std::filesystem::path executable_folder();

}  // namespace calmcalf
