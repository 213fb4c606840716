// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "host_line.hpp"

#include <array>
#include <cerrno>
#include <cstdint>
#include <ctime>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/epoll.h>
#include <termios.h>
#include <unistd.h>

namespace calmcalf::vm {
namespace {

[[noreturn]] void throw_errno(const char* what) {
  throw std::system_error{errno, std::generic_category(), what};
}

int open_raw(const char* device) {
  const int descriptor = open(device, O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (descriptor < 0) throw_errno(device);
  termios settings{};
  if (tcgetattr(descriptor, &settings) != 0) throw_errno(device);
  cfmakeraw(&settings);
  cfsetspeed(&settings, B115200);
  if (tcsetattr(descriptor, TCSANOW, &settings) != 0) throw_errno(device);
  return descriptor;
}

std::int64_t nanoseconds_of(clockid_t clock) {
  constexpr std::int64_t second = 1'000'000'000;
  timespec now{};
  clock_gettime(clock, &now);
  return now.tv_sec * second + now.tv_nsec;
}

}  // namespace

HostLine::HostLine(sd_event* loop, const char* device, Callback on_command)
    : descriptor_{open_raw(device)}, on_command_{std::move(on_command)} {
  const auto on_readable = +[](sd_event_source*, int, std::uint32_t, void* self) noexcept {
    static_cast<HostLine*>(self)->read_commands();
    return 0;
  };
  const int error = sd_event_add_io(loop, nullptr, descriptor_, EPOLLIN, on_readable, this);
  if (error < 0) throw std::system_error{-error, std::generic_category(), device};
}

HostLine::~HostLine() {
  close(descriptor_);
}

void HostLine::tell(nlohmann::ordered_json event) const {
  event["wall"] = nanoseconds_of(CLOCK_REALTIME);
  event["since_boot"] = nanoseconds_of(CLOCK_BOOTTIME);
  const auto line = event.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + '\n';
  for (std::size_t written = 0; written < line.size();) {
    const auto count = write(descriptor_, line.data() + written, line.size() - written);
    if (count < 0 && errno != EINTR) throw_errno("the line to the host");
    if (count > 0) written += static_cast<std::size_t>(count);
  }
}

void HostLine::read_commands() {
  std::array<char, 4096> buffer{};
  const auto count = read(descriptor_, buffer.data(), buffer.size());
  if (count > 0) unread_.append(buffer.data(), static_cast<std::size_t>(count));
  for (auto end = unread_.find('\n'); end != std::string::npos; end = unread_.find('\n')) {
    const auto command = unread_.substr(0, end);
    unread_.erase(0, end + 1);
    if (!command.empty()) on_command_(command);  // an empty one only wakes the machine
  }
}

}  // namespace calmcalf::vm
