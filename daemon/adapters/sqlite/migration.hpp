// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <filesystem>

namespace calmcalf {

/// A history that an older Calmcalf had written was brought to this one's format.
struct Migration {
  int from = 0;
  int to = 0;
  std::filesystem::path backup;  ///< the history as it was before
};

}  // namespace calmcalf
