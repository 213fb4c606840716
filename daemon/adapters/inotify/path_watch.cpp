// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/inotify/path_watch.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>
#include <sys/inotify.h>

namespace calmcalf {

namespace fs = std::filesystem;

namespace {

/// What becomes of a folder, and of the names in it. Writing is left out, so that a neighbour that is written to all
/// day wakes nobody.
constexpr std::uint32_t folder_events = IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR;
constexpr std::uint32_t name_events = IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ATTRIB;

/// On the file itself, this is seen through whichever of its names it is written.
constexpr std::uint32_t file_events = IN_CLOSE_WRITE;

/// Something that moves this often while it is looked at is looked at again when it rests.
constexpr int most_attempts = 20;

/// What is wanted of one folder.
struct Interest {
  std::set<std::string> names;
  bool only_leads_on = true;  ///< to other folders
};

/// In this order a folder comes before those in it, which somebody may exchange while it is not watched yet.
///
/// As long as the file is there, no name in a folder that only leads on is of interest, however busy it is there: the
/// next folder tells when it is moved, and to remove it somebody has to remove the file first. Not so later: a folder
/// that somebody is in tells nobody of its end.
std::map<fs::path, Interest> interests(const std::vector<PathTrail>& trails) {
  std::map<fs::path, Interest> folders;
  for (const auto& trail : trails) {
    for (const auto& place : trail.places) {
      auto& interest = folders[place.folder];
      interest.only_leads_on = interest.only_leads_on && place.is_folder;
      if (!place.is_folder || !trail.file) interest.names.insert(place.name);
    }
  }
  return folders;
}

/// It went, or became something else, since it was looked at; looking again tells.
bool has_just_gone(const std::error_code& error) {
  return error == std::errc::no_such_file_or_directory || error == std::errc::not_a_directory;
}

std::string reason(const std::error_code& error) {
  if (error == std::errc::no_space_on_device) return "there are as many watches as fs.inotify.max_user_watches allows";
  if (error == std::errc::too_many_files_open)
    return "there are as many watchers as fs.inotify.max_user_instances allows, or too many open files";
  return error.message();
}

}  // namespace

PathWatch::PathWatch(const boost::asio::any_io_executor& executor, std::vector<fs::path> paths, Callbacks callbacks,
                     const Settling::Times& times)
    : paths_{std::move(paths)}, callbacks_{std::move(callbacks)}, settling_{executor, times, [this] {
                                                                              follow();
                                                                              callbacks_.on_change();
                                                                            }} {
  try {
    inotify_.emplace(executor, [this](const std::vector<InotifyEvent>& events) { take(events); });
  } catch (const std::system_error& error) {
    if (!paths_.empty()) tell_unwatched(paths_.front(), error.code());
    return;
  }
  follow();
}

void PathWatch::take(const std::vector<InotifyEvent>& events) {
  if (std::ranges::none_of(events, [this](const InotifyEvent& event) { return matters(event); })) return;
  follow();
  settling_.note();
}

bool PathWatch::matters(const InotifyEvent& event) const {
  if ((event.mask & IN_Q_OVERFLOW) != 0) return true;
  const auto watched = watched_.find(event.watch);
  return watched != watched_.end() && (event.name.empty() || watched->second.contains(event.name));
}

void PathWatch::follow() {
  auto known = trails();
  for (int attempt = 0; attempt < most_attempts; ++attempt) {
    watch(known);
    // What changed before its watch was in place shows now; what changes from now on is an event.
    auto now = trails();
    if (now == known) return;
    known = std::move(now);
  }
  settling_.note();
}

std::vector<PathTrail> PathWatch::trails() const {
  std::vector<PathTrail> trails;
  for (const auto& path : paths_) trails.push_back(trail_of(path));
  return trails;
}

void PathWatch::watch(const std::vector<PathTrail>& trails) {
  std::map<int, std::set<std::string>> kept;
  std::error_code error;
  for (const auto& [folder, interest] : interests(trails)) {
    const auto events = folder_events | (interest.names.empty() ? 0 : name_events);
    const int number = inotify_->watch(folder, events, error);
    // One may enter some folders without being allowed to watch them, such as /home; the next folder tells of its end.
    const bool may_be_left_out = interest.only_leads_on && error == std::errc::permission_denied;
    if (!error)
      kept[number].insert(interest.names.begin(), interest.names.end());
    else if (!has_just_gone(error) && !may_be_left_out)
      tell_unwatched(folder, error);
  }
  for (const auto& trail : trails) {
    if (!trail.file) continue;
    const int number = inotify_->watch(*trail.file, file_events, error);
    // A file that may not be read is of no use until that changes, which its folder tells of.
    if (!error)
      kept.try_emplace(number);
    else if (!has_just_gone(error) && error != std::errc::permission_denied)
      tell_unwatched(*trail.file, error);
  }
  for (const auto& [number, names] : watched_)
    if (!kept.contains(number)) inotify_->unwatch(number);
  watched_ = std::move(kept);
}

void PathWatch::tell_unwatched(const fs::path& path, const std::error_code& error) {
  if (std::exchange(has_told_unwatched_, true)) return;
  callbacks_.on_unwatched(fmt::format("{} cannot be watched: {}", path.string(), reason(error)));
}

}  // namespace calmcalf
