// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/xdg/xdg_folders.hpp"

#include <algorithm>
#include <string_view>

namespace calmcalf {
namespace {

using std::filesystem::path;

path absolute_or(const Environment& environment, std::string_view name, const path& otherwise) {
  const path given = environment.find(name).value_or("");
  return given.is_absolute() ? given : otherwise;
}

std::vector<path> absolute_paths(std::string_view list) {
  std::vector<path> paths;
  while (!list.empty()) {
    const auto end = std::min(list.find(':'), list.size());
    if (path given{list.substr(0, end)}; given.is_absolute()) paths.push_back(std::move(given));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return paths;
}

}  // namespace

XdgFolders XdgFolders::in(const Environment& environment) {
  const auto home = absolute_or(environment, "HOME", "/");
  XdgFolders folders;
  folders.config_home = absolute_or(environment, "XDG_CONFIG_HOME", home / ".config");
  folders.config_dirs = absolute_paths(environment.find("XDG_CONFIG_DIRS").value_or("/etc/xdg"));
  folders.data_home = absolute_or(environment, "XDG_DATA_HOME", home / ".local" / "share");
  folders.data_dirs = absolute_paths(environment.find("XDG_DATA_DIRS").value_or("/usr/local/share:/usr/share"));
  folders.state_home = absolute_or(environment, "XDG_STATE_HOME", home / ".local" / "state");
  return folders;
}

}  // namespace calmcalf
