// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <chrono>
#include <functional>

#include "adapters/libnotify/glib_handles.hpp"

namespace calmcalf {

/// Calls a function from within a GLib main context when it is rung, which any thread may do. Rung several times
/// before the context gets to it, it calls once. Made and destroyed where the context runs.
class Bell {
 public:
  Bell(GMainContext* context, std::function<void()> call);
  Bell(const Bell&) = delete;
  Bell& operator=(const Bell&) = delete;
  ~Bell();

  void ring() noexcept;
  void ring_after(std::chrono::milliseconds time) noexcept;
  void silence() noexcept;

 private:
  std::function<void()> call_;
  SourceHandle source_;
};

}  // namespace calmcalf
