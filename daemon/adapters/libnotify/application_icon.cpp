// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/libnotify/application_icon.hpp"

#include <algorithm>

#include <glib.h>

namespace calmcalf {

std::string application_icon(const std::vector<std::filesystem::path>& data_folders) {
  const std::string name = "io.github.calmcalf.Calmcalf";
  const auto has_it = [&](const std::filesystem::path& folder) {
    std::error_code ignored;
    return std::filesystem::exists(folder / "icons/hicolor/scalable/apps" / (name + ".svg"), ignored);
  };
  return std::ranges::any_of(data_folders, has_it) ? name : "";
}

std::vector<std::filesystem::path> data_folders() {
  std::vector<std::filesystem::path> folders{g_get_user_data_dir()};
  for (const auto* folder = g_get_system_data_dirs(); *folder != nullptr; ++folder) folders.emplace_back(*folder);
  return folders;
}

}  // namespace calmcalf
