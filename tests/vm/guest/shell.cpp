// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "shell.hpp"

#include <array>
#include <cerrno>
#include <cstdint>
#include <stdexcept>
#include <system_error>
#include <utility>

#include <sys/epoll.h>
#include <sys/wait.h>
#include <unistd.h>

namespace calmcalf::vm {

Shell::Shell(sd_event* loop, Callback on_end) : loop_{loop}, on_end_{std::move(on_end)} {}

void Shell::run(const std::string& command) {
  if (running_ != nullptr) throw std::logic_error{"one command at a time"};
  output_.clear();
  running_ = popen(command.c_str(), "re");
  if (running_ == nullptr) throw std::system_error{errno, std::generic_category(), command};
  const auto on_readable = +[](sd_event_source* source, int, std::uint32_t, void* self) noexcept {
    if (!static_cast<Shell*>(self)->read_output()) sd_event_source_disable_unref(source);
    return 0;
  };
  sd_event_source* source = nullptr;
  const int error = sd_event_add_io(loop_, &source, fileno(running_), EPOLLIN, on_readable, this);
  if (error < 0) throw std::system_error{-error, std::generic_category(), command};
}

/// Whether there is more to come.
bool Shell::read_output() {
  std::array<char, 4096> buffer{};
  const auto count = read(fileno(running_), buffer.data(), buffer.size());
  if (count > 0) output_.append(buffer.data(), static_cast<std::size_t>(count));
  if (count > 0 || (count < 0 && errno == EINTR)) return true;
  const int ended = pclose(std::exchange(running_, nullptr));
  on_end_(WIFEXITED(ended) ? WEXITSTATUS(ended) : -1, output_);
  return false;
}

}  // namespace calmcalf::vm
