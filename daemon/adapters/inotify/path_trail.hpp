// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace calmcalf {

/// A name that was looked up in a folder on the way to what a path leads to.
struct Place {
  std::filesystem::path folder;  ///< without links
  std::string name;
  bool is_folder = false;  ///< what has this name is a folder itself: no link, no file, and not missing

  friend bool operator==(const Place&, const Place&) = default;
};

/// The way that a path takes, through links and all. Whatever changes what it leads to changes what a name of one of
/// these places stands for, or the content of the file.
struct PathTrail {
  std::vector<Place> places;                  ///< ends early where a name is missing or may not be looked up
  std::optional<std::filesystem::path> file;  ///< the plain file at the end, without links

  friend bool operator==(const PathTrail&, const PathTrail&) = default;
};

/// Of an absolute path, as it is now. Links are followed as far as the kernel follows them: 40 times.
[[nodiscard]] PathTrail trail_of(const std::filesystem::path& path);

}  // namespace calmcalf
