// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/inotify/inotify_descriptor.hpp"

#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

#include <sys/inotify.h>
#include <unistd.h>

namespace calmcalf {

namespace {

/// Room for many events; one needs up to 272 bytes. What does not fit is read at the next turn of the loop.
constexpr std::size_t buffer_size = 4096;

std::vector<InotifyEvent> parse(const char* bytes, std::size_t length) {
  std::vector<InotifyEvent> events;
  while (length > 0) {
    inotify_event event{};
    std::memcpy(&event, bytes, sizeof event);
    // The name is padded with zeros.
    events.push_back({event.wd, event.mask, event.len == 0 ? "" : std::string{bytes + sizeof event}});
    bytes += sizeof event + event.len;
    length -= sizeof event + event.len;
  }
  return events;
}

}  // namespace

InotifyDescriptor::InotifyDescriptor(const boost::asio::any_io_executor& executor, Callback callback)
    : descriptor_{executor}, callback_{std::make_shared<Callback>(std::move(callback))} {
  const int number = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
  if (number < 0) throw std::system_error{errno, std::generic_category(), "inotify_init1"};
  boost::system::error_code error;
  descriptor_.assign(number, error);
  if (error) {
    close(number);
    throw std::system_error{error, "inotify"};
  }
  wait();
}

int InotifyDescriptor::watch(const std::filesystem::path& path, std::uint32_t mask, std::error_code& error) noexcept {
  const int watch = inotify_add_watch(descriptor_.native_handle(), path.c_str(), mask);
  error = watch < 0 ? std::error_code{errno, std::generic_category()} : std::error_code{};
  return watch;
}

void InotifyDescriptor::unwatch(int watch) noexcept {
  inotify_rm_watch(descriptor_.native_handle(), watch);
}

void InotifyDescriptor::wait() {
  descriptor_.async_wait(boost::asio::posix::descriptor_base::wait_read,
                         [this, weak = std::weak_ptr{callback_}](boost::system::error_code error) {
                           if (weak.expired() || error == boost::asio::error::operation_aborted) return;
                           if (error) throw std::system_error{error};
                           read_events();
                         });
}

void InotifyDescriptor::read_events() {
  std::array<char, buffer_size> buffer{};
  const auto length = read(descriptor_.native_handle(), buffer.data(), buffer.size());
  const int error = length < 0 ? errno : 0;
  wait();
  if (length > 0) return (*std::shared_ptr{callback_})(parse(buffer.data(), static_cast<std::size_t>(length)));
  if (error != EAGAIN && error != EINTR) throw std::system_error{error, std::generic_category(), "inotify"};
}

}  // namespace calmcalf
