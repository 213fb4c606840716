// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/autostart_file.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <system_error>

#include "adapters/xdg/xdg_folders.hpp"

namespace calmcalf::cli {
namespace {

namespace fs = std::filesystem;

/// As they call themselves in XDG_CURRENT_DESKTOP: Desktop Menu Specification, registered OnlyShowIn environments, and
/// who came after.
constexpr std::array<std::string_view, 18> desktops_with_autostart{
    "GNOME", "GNOME-Classic", "GNOME-Flashback", "KDE",    "LXDE",     "LXQt",   "MATE", "TDE",  "Unity",
    "XFCE",  "X-Cinnamon",    "Cinnamon",        "Budgie", "Pantheon", "Deepin", "DDE",  "UKUI", "Enlightenment"};

bool runs_autostart_files(const Environment& environment) {
  std::istringstream names{environment.find("XDG_CURRENT_DESKTOP").value_or("")};
  for (std::string name; std::getline(names, name, ':');)
    if (std::ranges::find(desktops_with_autostart, name) != desktops_with_autostart.end()) return true;
  return false;
}

/// The line without the spaces that the format allows around "=" and at the end.
std::string without_spaces(std::string line) {
  std::erase_if(line, [](char c) { return c == ' ' || c == '\t' || c == '\r'; });
  return line;
}

bool is_on(const fs::path& file) {
  std::ifstream stream{file};
  bool is_entry = false;
  for (std::string line; std::getline(stream, line);) {
    line = without_spaces(std::move(line));
    if (line.starts_with('[')) is_entry = line == "[DesktopEntry]";
    // The second is what GNOME's settings write.
    if (is_entry && (line == "Hidden=true" || line == "X-GNOME-Autostart-enabled=false")) return false;
  }
  return true;
}

}  // namespace

std::optional<AutostartFile> AutostartFile::find(const Environment& environment) {
  if (!runs_autostart_files(environment)) return std::nullopt;
  const auto folders = XdgFolders::in(environment);
  auto places = folders.config_dirs;
  places.insert(places.begin(), folders.config_home);
  for (const auto& place : places) {
    auto file = place / "autostart" / name;
    std::error_code ignored;
    if (fs::is_regular_file(file, ignored)) return AutostartFile{file, cli::is_on(file)};
  }
  return std::nullopt;
}

}  // namespace calmcalf::cli
