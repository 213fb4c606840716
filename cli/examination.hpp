// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/surroundings.hpp"

namespace calmcalf::cli {

/// What `calmcalf doctor` finds about one thing that reminders need.
struct Finding {
  enum class Verdict {
    good,
    limited,  ///< reminders come, but something is missing that one may miss
    bad,      ///< reminders do not come, or are not kept
  };

  std::string_view what;  ///< "notifications": JSON's word, translated where it is shown
  Verdict verdict = Verdict::good;
  std::string says;
  std::string remedy;  ///< empty where there is none, or none is needed
};

/// Looks at everything that reminders need on this desktop. `schedule` and `history` are the files in force.
[[nodiscard]] std::vector<Finding> examine(const std::filesystem::path& schedule, const std::filesystem::path& history,
                                           const Surroundings& surroundings);

}  // namespace calmcalf::cli
