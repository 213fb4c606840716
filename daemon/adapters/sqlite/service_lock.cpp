// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/sqlite/service_lock.hpp"

#include <array>
#include <cerrno>
#include <string>
#include <string_view>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "adapters/sqlite/history_error.hpp"
#include "language/tr.hpp"

namespace calmcalf {

namespace {

constexpr std::string_view check_wanted = "check\n";

std::filesystem::path lock_of(const std::filesystem::path& history) {
  return history.string() + ".lock";
}

std::string holder_line() {
  return fmt::format("{}\n", ::getpid());
}

std::string content_of(int descriptor) {
  std::array<char, 64> buffer{};
  const ssize_t size = ::pread(descriptor, buffer.data(), buffer.size(), 0);
  return {buffer.data(), static_cast<std::size_t>(size > 0 ? size : 0)};
}

HistoryError in_use(const std::filesystem::path& history, std::string_view lock_content) {
  const std::string holder{lock_content.substr(0, lock_content.find('\n'))};
  return {HistoryError::Kind::in_use,
          tr("{}: another Calmcalf service (process {}) uses it; stop that one first: systemctl --user stop "
             "calmcalf, or kill {}",
             history.string(), holder, holder)};
}

}  // namespace

ServiceLock::ServiceLock(const std::filesystem::path& history)
    : path_{lock_of(history)}, descriptor_{::open(path_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR)} {
  if (descriptor_ < 0) throw error_of_writing(path_, errno);
  if (::flock(descriptor_, LOCK_EX | LOCK_NB) != 0) {
    const int error = errno;
    const std::string content = content_of(descriptor_);
    ::close(descriptor_);
    throw error == EWOULDBLOCK ? in_use(history, content) : error_of_system(path_, error);
  }
  calls_for_a_check_ = !content_of(descriptor_).empty();
  if (!write(calls_for_a_check_)) {
    const int error = errno;
    ::close(descriptor_);
    throw error_of_writing(path_, error);
  }
}

ServiceLock::~ServiceLock() {
  // Anything else in it is a call for a check that has not been answered.
  if (content_of(descriptor_) == holder_line() && ::ftruncate(descriptor_, 0) != 0) {
    // Then the next service checks once for nothing.
  }
  ::close(descriptor_);
}

void ServiceLock::note_checked() {
  if (!write(false)) throw error_of_writing(path_, errno);
  calls_for_a_check_ = false;
}

bool ServiceLock::write(bool calls_for_a_check) const noexcept {
  const std::string content = holder_line() + std::string{calls_for_a_check ? check_wanted : ""};
  const auto size = static_cast<ssize_t>(content.size());
  return ::pwrite(descriptor_, content.data(), content.size(), 0) == size && ::ftruncate(descriptor_, size) == 0;
}

void note_damage(const std::filesystem::path& history) noexcept {
  const int descriptor = ::open(lock_of(history).c_str(), O_WRONLY | O_APPEND | O_CLOEXEC);
  if (descriptor < 0) return;
  if (::write(descriptor, check_wanted.data(), check_wanted.size()) < 0) {
    // Then whoever meets the damage next tells of it again.
  }
  ::close(descriptor);
}

}  // namespace calmcalf
