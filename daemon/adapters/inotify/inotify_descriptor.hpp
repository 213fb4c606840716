// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <system_error>
#include <vector>

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>

namespace calmcalf {

/// Something that happened where a watch is, as inotify(7) tells it.
struct InotifyEvent {
  int watch = -1;          ///< of the watch; -1 where events were lost
  std::uint32_t mask = 0;  ///< IN_CREATE and so on
  std::string name;        ///< in the watched folder; empty where the watched thing itself is meant
};

/// An inotify descriptor in an event loop.
class InotifyDescriptor {
 public:
  using Callback = std::function<void(const std::vector<InotifyEvent>&)>;

  /// Throws std::system_error where the system has none to give.
  InotifyDescriptor(const boost::asio::any_io_executor& executor, Callback callback);
  InotifyDescriptor(const InotifyDescriptor&) = delete;
  InotifyDescriptor& operator=(const InotifyDescriptor&) = delete;
  ~InotifyDescriptor() = default;

  /// The number of the watch, the same as before where what `path` names is watched already; or, with `error` set, -1.
  int watch(const std::filesystem::path& path, std::uint32_t mask, std::error_code& error) noexcept;

  /// Events that are under way may still come. A watch that is gone already is no mistake.
  void unwatch(int watch) noexcept;

 private:
  void wait();
  void read_events();

  boost::asio::posix::stream_descriptor descriptor_;
  std::shared_ptr<Callback> callback_;  ///< shared so that what is under way can tell that this has gone
};

}  // namespace calmcalf
