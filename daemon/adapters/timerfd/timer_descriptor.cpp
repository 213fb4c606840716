// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/timerfd/timer_descriptor.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <system_error>

#include <boost/asio/post.hpp>
#include <sys/timerfd.h>
#include <unistd.h>

namespace calmcalf {
namespace {

[[noreturn]] void throw_errno(const char* what) {
  throw std::system_error{errno, std::generic_category(), what};
}

int create(clockid_t clock) {
  const int descriptor = timerfd_create(clock, TFD_NONBLOCK | TFD_CLOEXEC);
  if (descriptor < 0) throw_errno("timerfd_create");
  return descriptor;
}

/// Zero would disarm, and what is negative is refused: both mean a time long past.
timespec to_timespec(std::chrono::nanoseconds since_epoch) {
  using namespace std::chrono_literals;
  const auto time = std::max(since_epoch, 1ns);
  const auto whole = std::chrono::floor<std::chrono::seconds>(time);
  return {.tv_sec = whole.count(), .tv_nsec = (time - whole).count()};
}

}  // namespace

TimerDescriptor::TimerDescriptor(const boost::asio::any_io_executor& executor, clockid_t clock)
    : clock_{clock}, descriptor_{executor, create(clock)} {}

void TimerDescriptor::listen(Callback callback) {
  callback_ = std::make_shared<Callback>(std::move(callback));
  wait();
}

void TimerDescriptor::arm(std::chrono::nanoseconds since_epoch) {
  set({.it_interval = {}, .it_value = to_timespec(since_epoch)});
}

void TimerDescriptor::disarm() {
  set({});
}

void TimerDescriptor::set(const itimerspec& setting) {
  const int flags = TFD_TIMER_ABSTIME | (clock_ == CLOCK_REALTIME ? TFD_TIMER_CANCEL_ON_SET : 0);
  if (timerfd_settime(descriptor_.native_handle(), flags, &setting, nullptr) == 0) return;
  if (errno != ECANCELED) throw_errno("timerfd_settime");
  // It is armed all the same; this is the only word of a change of the clock that nobody has read yet.
  boost::asio::post(descriptor_.get_executor(), [weak = std::weak_ptr{callback_}] {
    if (const auto callback = weak.lock()) (*callback)(Signal::clock_was_set);
  });
}

void TimerDescriptor::wait() {
  // Waiting and reading apart: Asio's own read would tell ECANCELED, the clock's being set, from its own cancellation
  // by nothing.
  descriptor_.async_wait(boost::asio::posix::descriptor_base::wait_read,
                         [this, weak = std::weak_ptr{callback_}](boost::system::error_code error) {
                           if (weak.expired() || error == boost::asio::error::operation_aborted) return;
                           if (error) throw std::system_error{error};
                           take_signal();
                         });
}

void TimerDescriptor::take_signal() {
  std::uint64_t expirations = 0;
  const auto length = read(descriptor_.native_handle(), &expirations, sizeof expirations);
  const int error = length < 0 ? errno : 0;
  wait();
  const auto callback = callback_;
  if (error == 0) return (*callback)(Signal::expired);
  if (error == ECANCELED) return (*callback)(Signal::clock_was_set);
  // EAGAIN: armed anew after it had expired, before this turn of the loop.
  if (error != EAGAIN && error != EINTR) throw std::system_error{error, std::generic_category(), "timerfd"};
}

}  // namespace calmcalf
