// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <cstdio>
#include <functional>
#include <string>

#include <systemd/sd-event.h>

namespace calmcalf::vm {

/// Runs a shell command, while the loop goes on. One at a time.
class Shell {
 public:
  using Callback = std::function<void(int status, const std::string& output)>;

  /// The callback runs in the loop once a command is over and nothing that it started holds its output any more.
  Shell(sd_event* loop, Callback on_end);
  Shell(const Shell&) = delete;
  Shell& operator=(const Shell&) = delete;
  ~Shell() = default;

  /// Throws std::system_error, and std::logic_error while another one runs.
  void run(const std::string& command);

 private:
  bool read_output();

  sd_event* loop_;
  Callback on_end_;
  std::FILE* running_ = nullptr;
  std::string output_;
};

}  // namespace calmcalf::vm
