// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <filesystem>
#include <optional>
#include <string>

#include "cli/autostart_file.hpp"
#include "cli/examination.hpp"

namespace calmcalf::cli {

/// What can start the service with the session.
struct SessionStart {
  /// calmcalf.service as systemd has it, in systemd's words.
  struct Unit {
    std::string load;
    std::string active;
    std::string enabled;
  };

  std::optional<Unit> unit{};         ///< none: there is no systemd for the user
  bool has_graphical_target = false;  ///< the session has reached graphical-session.target, which starts enabled units
  std::optional<AutostartFile> autostart{};
  std::filesystem::path installed{};  ///< the autostart file that came with the program; need not be there

  /// What `calmcalf doctor` says of it.
  [[nodiscard]] Finding finding() const;

  /// What starts the service now: a command, or what to do where there is none.
  [[nodiscard]] std::string how_to_start() const;

 private:
  [[nodiscard]] Finding finding_without_target(const std::string& says) const;
};

}  // namespace calmcalf::cli
