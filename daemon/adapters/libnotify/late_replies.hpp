// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <cstdint>
#include <functional>

#include "adapters/libnotify/bell.hpp"

namespace calmcalf {

/// Learns the id of a popup that a server put on the screen after libnotify had stopped waiting for its answer. Nobody
/// else would ever know it, and the popup would stay beside the one that is shown next.
class LateReplies {
 public:
  using Callback = std::function<void(std::uint32_t id)>;

  /// The callback runs in `context`.
  LateReplies(GDBusConnection* bus, GMainContext* context, Callback callback);
  LateReplies(const LateReplies&) = delete;
  LateReplies& operator=(const LateReplies&) = delete;
  ~LateReplies();

  /// Nobody waits any more for the answer to the popup that was sent last.
  void expect_last();

 private:
  class Overheard;

  Callback callback_;
  Bell bell_;
  Overheard* overheard_;  ///< the filter's, which may still be running when it is removed
  GDBusConnection* bus_;
  guint filter_;
};

}  // namespace calmcalf
