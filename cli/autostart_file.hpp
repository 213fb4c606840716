// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <filesystem>
#include <optional>

#include "adapters/xdg/environment.hpp"

namespace calmcalf::cli {

/// The file by which a desktop starts Calmcalf: Desktop Application Autostart Specification 0.5.
struct AutostartFile {
  static constexpr const char* name = "io.github.calmcalf.Calmcalf.desktop";

  std::filesystem::path file;
  bool is_on =
      true;  ///< false: it says itself that it is not to be used, which is how desktops' settings switch it off

  /// The one that counts, if any: the user's before the machine's. None where the session is of a kind that runs no
  /// such files, as those of most window managers.
  [[nodiscard]] static std::optional<AutostartFile> find(const Environment& environment);
};

}  // namespace calmcalf::cli
