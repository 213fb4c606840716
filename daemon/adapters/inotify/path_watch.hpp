// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <system_error>
#include <vector>

#include <boost/asio/any_io_executor.hpp>

#include "adapters/inotify/inotify_descriptor.hpp"
#include "adapters/inotify/path_trail.hpp"
#include "adapters/inotify/settling.hpp"

namespace calmcalf {

/// Tells when what some paths lead to may have changed: a file was written and closed, replaced, removed or made, a
/// link on the way points elsewhere, a folder on the way came, went or may be entered now. None of it need be there
/// when the watch begins. What happens to other names in the same folders is not told of. Network file systems say
/// nothing of what other machines do.
///
/// A file that is being written counts once it is closed, not before: half of a schedule is no schedule.
class PathWatch {
 public:
  struct Callbacks {
    /// Once things have settled. Must not destroy the watch.
    std::function<void()> on_change;
    /// At most once, maybe from within the constructor: something cannot be watched, in a line that says what and why.
    std::function<void(const std::string&)> on_unwatched;
  };

  /// `paths` are absolute. What changes after this is told of.
  PathWatch(const boost::asio::any_io_executor& executor, std::vector<std::filesystem::path> paths, Callbacks callbacks,
            const Settling::Times& times = {});
  PathWatch(const PathWatch&) = delete;
  PathWatch& operator=(const PathWatch&) = delete;
  ~PathWatch() = default;

 private:
  void take(const std::vector<InotifyEvent>& events);
  [[nodiscard]] bool matters(const InotifyEvent& event) const;

  /// Brings the watches in line with where the paths lead now.
  void follow();
  [[nodiscard]] std::vector<PathTrail> trails() const;
  void watch(const std::vector<PathTrail>& trails);
  void tell_unwatched(const std::filesystem::path& path, const std::error_code& error);

  std::vector<std::filesystem::path> paths_;
  Callbacks callbacks_;
  Settling settling_;
  std::optional<InotifyDescriptor> inotify_;      ///< none where the system has none to give
  std::map<int, std::set<std::string>> watched_;  ///< by number of the watch: the names that matter there
  bool has_told_unwatched_ = false;
};

}  // namespace calmcalf
