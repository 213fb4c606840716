// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/xdg/file_places.hpp"

#include <system_error>

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

path find_starter(const path& executable_folder) {
  path installed = path{CALMCALF_DATADIR} / folder_name / schedule_name;
  if (executable_folder.empty()) return installed;
  path beside = executable_folder.parent_path() / "share" / folder_name / schedule_name;
  return is_there(beside) ? beside : installed;
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
  places.starter = find_starter(executable_folder);
  places.history = folders.data_home / folder_name / "history.db";
  places.kept_schedule = folders.state_home / folder_name / schedule_name;
  return places;
}

FilePlaces FilePlaces::usual() {
  return in(XdgFolders::in(Environment::of_this_process()), calmcalf::executable_folder());
}

}  // namespace calmcalf
