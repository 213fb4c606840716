// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/inotify/path_trail.hpp"

#include <deque>
#include <system_error>

namespace calmcalf {

namespace fs = std::filesystem;

namespace {

constexpr int most_links = 40;

/// Walks along a path name by name.
class Walk {
 public:
  explicit Walk(const fs::path& path) { go_next(path); }

  PathTrail to_its_end() {
    while (!ahead_.empty() && take_step()) {
    }
    return std::move(trail_);
  }

 private:
  /// The names of `path` come before those that are still ahead.
  void go_next(const fs::path& path) {
    if (path.is_absolute()) folder_ = "/";
    std::deque<std::string> names;
    for (const auto& name : path.relative_path()) names.push_back(name.string());
    ahead_.insert(ahead_.begin(), names.begin(), names.end());
  }

  /// Returns whether the way goes on.
  bool take_step() {
    const auto name = std::move(ahead_.front());
    ahead_.pop_front();
    if (name.empty() || name == ".") return true;
    if (name == "..") {
      folder_ = folder_.parent_path();
      return true;
    }
    const auto path = folder_ / name;
    std::error_code error;
    const auto type = fs::symlink_status(path, error).type();
    trail_.places.push_back({folder_, name, type == fs::file_type::directory});
    if (type == fs::file_type::symlink) return follow_link(path);
    if (type == fs::file_type::directory) {
      folder_ = path;
      return true;
    }
    if (type == fs::file_type::regular && ahead_.empty()) trail_.file = path;
    return false;
  }

  bool follow_link(const fs::path& link) {
    std::error_code error;
    const auto target = fs::read_symlink(link, error);
    if (error || ++links_ > most_links) return false;
    go_next(target);
    return true;
  }

  fs::path folder_{"/"};
  std::deque<std::string> ahead_;
  int links_ = 0;
  PathTrail trail_;
};

}  // namespace

PathTrail trail_of(const fs::path& path) {
  return Walk{path}.to_its_end();
}

}  // namespace calmcalf
