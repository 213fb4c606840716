// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "loop/alarm.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <system_error>
#include <utility>

#include <sys/timerfd.h>
#include <unistd.h>

namespace calmcalf {
namespace {

[[noreturn]] void throw_errno(const char* what) {
  throw std::system_error{errno, std::generic_category(), what};
}

/// On the clock of std::chrono::steady_clock.
int create_timer() {
  const int timer = timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC);
  if (timer < 0) throw_errno("timerfd_create");
  return timer;
}

}  // namespace

Alarm::Alarm(const boost::asio::any_io_executor& executor, Callback callback)
    : timer_{executor, create_timer()}, callback_{std::make_shared<Callback>(std::move(callback))} {
  wait();
}

void Alarm::ring_at(Time time) {
  using namespace std::chrono_literals;
  set(std::max<std::chrono::nanoseconds>(time.time_since_epoch(), 1ns));  // zero would silence it
}

void Alarm::silence() {
  set({});
}

void Alarm::set(std::chrono::nanoseconds since_epoch) {
  const auto whole = std::chrono::floor<std::chrono::seconds>(since_epoch);
  const itimerspec setting{.it_interval = {},
                           .it_value = {.tv_sec = whole.count(), .tv_nsec = (since_epoch - whole).count()}};
  if (timerfd_settime(timer_.native_handle(), TFD_TIMER_ABSTIME, &setting, nullptr) != 0)
    throw_errno("timerfd_settime");
}

void Alarm::wait() {
  timer_.async_wait(boost::asio::posix::descriptor_base::wait_read,
                    [this, weak = std::weak_ptr{callback_}](boost::system::error_code error) {
                      if (!weak.expired() && !error) take_ring();
                    });
}

void Alarm::take_ring() {
  std::uint64_t rings = 0;
  // Nothing to read: set anew or silenced after it had rung, before this turn of the loop.
  const bool has_rung = read(timer_.native_handle(), &rings, sizeof rings) > 0;
  wait();
  const auto callback = callback_;
  if (has_rung) (*callback)();
}

}  // namespace calmcalf
