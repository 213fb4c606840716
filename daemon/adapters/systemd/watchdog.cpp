// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/systemd/watchdog.hpp"

#include <cerrno>
#include <cstdint>
#include <system_error>

#include <sys/timerfd.h>
#include <systemd/sd-daemon.h>
#include <unistd.h>

namespace calmcalf {
namespace {

std::optional<std::chrono::microseconds> wanted_interval() {
  std::uint64_t timeout = 0;
  if (sd_watchdog_enabled(0, &timeout) <= 0) return std::nullopt;
  return std::chrono::microseconds{timeout / 2};
}

[[noreturn]] void throw_errno(const char* what) {
  throw std::system_error{errno, std::generic_category(), what};
}

void start(int timer, std::chrono::microseconds interval) {
  const auto whole = std::chrono::floor<std::chrono::seconds>(interval);
  const timespec time{.tv_sec = whole.count(), .tv_nsec = std::chrono::nanoseconds{interval - whole}.count()};
  const itimerspec setting{.it_interval = time, .it_value = time};
  if (timerfd_settime(timer, 0, &setting, nullptr) != 0) throw_errno("timerfd_settime");
}

}  // namespace

Watchdog::Watchdog(const boost::asio::any_io_executor& executor) : interval_{wanted_interval()} {
  if (!interval_) return;
  const int timer = timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC);
  if (timer < 0) throw_errno("timerfd_create");
  timer_.emplace(executor, timer);
  start(timer, *interval_);
  wait();
}

void Watchdog::wait() {
  timer_->async_wait(boost::asio::posix::descriptor_base::wait_read, [this](boost::system::error_code error) {
    if (error) return;
    std::uint64_t expirations = 0;
    if (read(timer_->native_handle(), &expirations, sizeof expirations) > 0) sd_notify(0, "WATCHDOG=1");
    wait();
  });
}

}  // namespace calmcalf
