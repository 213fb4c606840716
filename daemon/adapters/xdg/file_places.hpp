// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <filesystem>
#include <vector>

#include "adapters/xdg/xdg_folders.hpp"

namespace calmcalf {

/// Where the program's own files are, as long as nobody says otherwise.
struct FilePlaces {
  std::filesystem::path own_schedule;  ///< the user's; need not be there
  std::filesystem::path starter;       ///< the schedule that came with the program; need not be there either
  std::filesystem::path history;
  std::filesystem::path kept_schedule;  ///< the service's copy of the last one without a mistake
  std::filesystem::path catalogues;     ///< the folder of translations; need not be there

  /// Between the user's schedule and the starter: the machine's, most important first.
  std::vector<std::filesystem::path> machine_schedules;

  /// What can be the schedule, most important first: the user's, the machine's, the starter.
  [[nodiscard]] std::vector<std::filesystem::path> schedules() const;

  /// The schedule in force: the first of them all that is there, or the user's own. A broken link, and what may not be
  /// looked at, is there: passing it over would put another schedule in force without a word.
  [[nodiscard]] std::filesystem::path schedule() const;

  /// `executable_folder` is for programs that were moved after they were installed, or never installed.
  [[nodiscard]] static FilePlaces in(const XdgFolders& folders, const std::filesystem::path& executable_folder);

  /// Of this process.
  [[nodiscard]] static FilePlaces usual();
};

}  // namespace calmcalf
