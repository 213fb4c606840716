// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <filesystem>

#include "adapters/xdg/file_places.hpp"
#include "cli/ink.hpp"
#include "cli/output.hpp"
#include "ports/clock.hpp"
#include "ports/zones.hpp"

namespace calmcalf::cli {

/// What a command works with, besides what was typed.
struct Surroundings {
  Output& out;         ///< for what was asked for
  Output& complaints;  ///< for what is wrong
  Ink ink;             ///< colours for `out`
  FilePlaces places;
  std::filesystem::path executable_folder;
  const Zones& zones;
  const Clock& clock;
};

}  // namespace calmcalf::cli
