// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <functional>
#include <string>

#include <nlohmann/json.hpp>
#include <systemd/sd-event.h>

namespace calmcalf::vm {

/// The serial line to the host. It is read as lines, a command each, and written as JSON objects, one a line.
class HostLine {
 public:
  using Callback = std::function<void(const std::string& command)>;

  /// The callback runs in the loop. Throws std::system_error.
  HostLine(sd_event* loop, const char* device, Callback on_command);
  HostLine(const HostLine&) = delete;
  HostLine& operator=(const HostLine&) = delete;
  ~HostLine();

  /// Adds when it is told: `wall` is the clock on the wall, `since_boot` one that nobody sets and that runs on while
  /// the machine sleeps, both in nanoseconds.
  void tell(nlohmann::ordered_json event) const;

 private:
  void read_commands();

  int descriptor_;
  Callback on_command_;
  std::string unread_;
};

}  // namespace calmcalf::vm
