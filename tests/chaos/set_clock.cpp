// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
//
// The wall clock of one program, as a test sets it: preloaded into the program, with the file CHAOS_CLOCK to say what
// time it is. The kernel keeps one wall clock for the whole machine, so this stands in front of it: clock_gettime() and
// its elder kin, and timerfds on CLOCK_REALTIME, which end with ECANCELED when the clock is set, as in fs/timerfd.c.
// CLOCK_MONOTONIC is left alone. It calls the kernel directly, so that it is no matter what else has been preloaded.
#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <map>
#include <mutex>
#include <thread>
#include <utility>

#include <fcntl.h>
#include <sys/inotify.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/timerfd.h>
#include <unistd.h>

namespace {

using Nanoseconds = std::int64_t;
constexpr Nanoseconds second = 1'000'000'000;

/// The file, which is written at once: what has the same number before and behind is whole. setting.py writes it.
struct Setting {
  std::uint64_t number = 0;
  Nanoseconds monotonic = 0;  ///< at this time on CLOCK_MONOTONIC
  Nanoseconds wall = 0;       ///< it was this, since 1970,
  std::int64_t speed = 1;     ///< and from then on it runs so many times as fast
  std::uint64_t number_again = 0;

  [[nodiscard]] Nanoseconds wall_at(Nanoseconds now) const { return wall + (now - monotonic) * speed; }
  /// The first nanosecond at which it is not before that time.
  [[nodiscard]] Nanoseconds monotonic_at(Nanoseconds when) const {
    return monotonic + (std::max<Nanoseconds>(when - wall, 0) + speed - 1) / speed;
  }
};

timespec to_timespec(Nanoseconds time) {
  return {.tv_sec = time / second, .tv_nsec = time % second};
}

Nanoseconds to_nanoseconds(const timespec& time) {
  return time.tv_sec * second + time.tv_nsec;
}

Nanoseconds monotonic_now() {
  timespec now{};
  syscall(SYS_clock_gettime, CLOCK_MONOTONIC, &now);
  return to_nanoseconds(now);
}

const char* file() {
  const char* name = std::getenv("CHAOS_CLOCK");
  if (name == nullptr) std::abort();
  return name;
}

Setting setting() {
  static const auto* shared = [] {
    const int descriptor = open(file(), O_RDONLY | O_CLOEXEC);
    void* memory = mmap(nullptr, sizeof(Setting), PROT_READ, MAP_SHARED, descriptor, 0);
    if (descriptor < 0 || memory == MAP_FAILED) std::abort();
    syscall(SYS_close, descriptor);
    return static_cast<const volatile char*>(memory);
  }();
  Setting copy;
  do {
    std::array<char, sizeof copy> bytes{};
    std::copy_n(shared, bytes.size(), bytes.begin());
    std::memcpy(&copy, bytes.data(), sizeof copy);
  } while (copy.number != copy.number_again);
  return copy;
}

Nanoseconds wall_now() {
  return setting().wall_at(monotonic_now());
}

/// One of the program's timerfds on CLOCK_REALTIME: in truth it is on CLOCK_MONOTONIC.
struct Timer {
  Nanoseconds deadline = 0;  ///< 0: it is not armed
  bool cancel_on_set = false;
  bool was_set = false;
};

class Timers {
 public:
  void add(int descriptor) {
    const std::scoped_lock lock{mutex_};
    if (const auto place = static_cast<std::size_t>(descriptor); place < known_.size()) known_.at(place) = true;
    if (!watches_) {
      watches_ = true;
      std::thread{[this] { watch(); }}.detach();
    }
    timers_[descriptor] = {};
  }

  /// Without a lock: a child that has been forked while another thread held it closes what it has inherited.
  [[nodiscard]] bool has(int descriptor) const {
    const auto place = static_cast<std::size_t>(descriptor);
    return place < known_.size() && known_.at(place);
  }

  void remove(int descriptor) {
    known_.at(static_cast<std::size_t>(descriptor)) = false;
    const std::scoped_lock lock{mutex_};
    timers_.erase(descriptor);
  }

  int arm(int descriptor, int flags, Nanoseconds deadline) {
    const std::scoped_lock lock{mutex_};
    auto& timer = timers_[descriptor];
    timer.deadline = deadline;
    timer.cancel_on_set = (flags & TFD_TIMER_CANCEL_ON_SET) != 0;
    const int result = ring(descriptor, deadline == 0 ? 0 : setting().monotonic_at(deadline));
    if (!std::exchange(timer.was_set, false) || !timer.cancel_on_set) return result;
    errno = ECANCELED;
    return -1;
  }

  /// Whether a read tells of a clock that was set. What had expired by then is not told of, as the kernel does not.
  bool take_being_set(int descriptor) {
    const std::scoped_lock lock{mutex_};
    auto& timer = timers_[descriptor];
    if (!std::exchange(timer.was_set, false)) return false;
    const auto is_to_come = timer.deadline > wall_now();
    ring(descriptor, is_to_come ? setting().monotonic_at(timer.deadline) : 0);
    return true;
  }

 private:
  static int ring(int descriptor, Nanoseconds when) {
    const itimerspec value{.it_interval = {}, .it_value = to_timespec(when)};
    return static_cast<int>(syscall(SYS_timerfd_settime, descriptor, TFD_TIMER_ABSTIME, &value, nullptr));
  }

  void watch() {
    const int inotify = inotify_init1(IN_CLOEXEC);
    if (inotify_add_watch(inotify, file(), IN_MODIFY) < 0) std::abort();
    std::array<char, 4096> ignored{};
    while (syscall(SYS_read, inotify, ignored.data(), ignored.size()) > 0) clock_was_set();
  }

  void clock_was_set() {
    const std::scoped_lock lock{mutex_};
    for (auto& [descriptor, timer] : timers_) {
      if (timer.deadline == 0) continue;
      timer.was_set = timer.cancel_on_set;
      ring(descriptor, timer.was_set ? 1 : setting().monotonic_at(timer.deadline));
    }
  }

  std::mutex mutex_;
  std::map<int, Timer> timers_;
  std::array<std::atomic<bool>, 1024> known_{};  ///< which descriptors are in it; those beyond are none
  bool watches_ = false;
};

Timers& timers() {
  static auto* const all = new Timers;  // it outlives the thread that watches
  return *all;
}

}  // namespace

extern "C" {

#define CHAOS_EXPORT __attribute__((visibility("default")))

CHAOS_EXPORT int clock_gettime(clockid_t clock, timespec* time) noexcept {
  if (clock != CLOCK_REALTIME && clock != CLOCK_REALTIME_COARSE)
    return static_cast<int>(syscall(SYS_clock_gettime, clock, time));
  *time = to_timespec(wall_now());
  return 0;
}

CHAOS_EXPORT int gettimeofday(timeval* time, void* /*zone*/) noexcept {
  const auto now = to_timespec(wall_now());
  *time = {.tv_sec = now.tv_sec, .tv_usec = now.tv_nsec / 1000};
  return 0;
}

CHAOS_EXPORT time_t time(time_t* time) noexcept {
  const auto now = wall_now() / second;
  if (time != nullptr) *time = now;
  return now;
}

CHAOS_EXPORT int timerfd_create(clockid_t clock, int flags) noexcept {
  const auto is_ours = clock == CLOCK_REALTIME;
  const auto made = static_cast<int>(syscall(SYS_timerfd_create, is_ours ? CLOCK_MONOTONIC : clock, flags));
  if (made >= 0 && is_ours) timers().add(made);
  return made;
}

CHAOS_EXPORT int timerfd_settime(int descriptor, int flags, const itimerspec* value, itimerspec* before) noexcept {
  if (timers().has(descriptor)) return timers().arm(descriptor, flags, to_nanoseconds(value->it_value));
  return static_cast<int>(syscall(SYS_timerfd_settime, descriptor, flags, value, before));
}

CHAOS_EXPORT ssize_t read(int descriptor, void* buffer, size_t size) {
  if (timers().has(descriptor) && timers().take_being_set(descriptor)) {
    errno = ECANCELED;
    return -1;
  }
  return syscall(SYS_read, descriptor, buffer, size);
}

CHAOS_EXPORT int close(int descriptor) {
  if (timers().has(descriptor)) timers().remove(descriptor);
  return static_cast<int>(syscall(SYS_close, descriptor));
}
}
