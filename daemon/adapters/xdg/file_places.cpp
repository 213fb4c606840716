// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/xdg/file_places.hpp"

#include <system_error>
#include <utility>

#include "adapters/xdg/executable_folder.hpp"

namespace calmcalf {
namespace {

using std::filesystem::path;

constexpr const char* folder_name = "calmcalf";
constexpr const char* schedule_name = "routine.toml";

bool is_there(const path& file) {
  std::error_code ignored;
  return std::filesystem::symlink_status(file, ignored).type() != std::filesystem::file_type::not_found;
}

/// What came with the program: `name` in the share folder beside the executable's, or else where it was installed.
path find_shared(const path& name, const path& executable_folder, path installed) {
  if (executable_folder.empty()) return installed;
  path beside = executable_folder.parent_path() / "share" / name;
  return is_there(beside) ? beside : std::move(installed);
}

}  // namespace

std::vector<path> FilePlaces::schedules() const {
  std::vector<path> files{own_schedule};
  files.insert(files.end(), machine_schedules.begin(), machine_schedules.end());
  files.push_back(starter);
  return files;
}

path FilePlaces::schedule() const {
  for (const auto& file : schedules()) {
    if (is_there(file)) return file;
  }
  return own_schedule;
}

FilePlaces FilePlaces::in(const XdgFolders& folders, const path& executable_folder) {
  FilePlaces places;
  places.own_schedule = folders.config_home / folder_name / schedule_name;
  for (const auto& folder : folders.config_dirs)
    places.machine_schedules.push_back(folder / folder_name / schedule_name);
  const auto starter = path{folder_name} / schedule_name;
  places.starter = find_shared(starter, executable_folder, CALMCALF_DATADIR / starter);
  places.catalogues = find_shared("locale", executable_folder, CALMCALF_LOCALEDIR);
  places.history = folders.data_home / folder_name / "history.db";
  places.kept_schedule = folders.state_home / folder_name / schedule_name;
  return places;
}

FilePlaces FilePlaces::usual() {
  return in(XdgFolders::in(Environment::of_this_process()), calmcalf::executable_folder());
}

}  // namespace calmcalf
