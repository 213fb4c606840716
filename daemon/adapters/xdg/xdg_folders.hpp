// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <filesystem>
#include <vector>

#include "adapters/xdg/environment.hpp"

namespace calmcalf {

/// Where a user's files belong: XDG Base Directory Specification 0.8. A path that is not absolute counts as not given,
/// as it asks.
struct XdgFolders {
  std::filesystem::path config_home;
  std::vector<std::filesystem::path> config_dirs;  ///< the machine's, most important first
  std::filesystem::path data_home;
  std::vector<std::filesystem::path> data_dirs{};  ///< the machine's, most important first
  std::filesystem::path state_home;

  [[nodiscard]] static XdgFolders in(const Environment& environment);
};

}  // namespace calmcalf
