// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/output.hpp"

#include <cerrno>
#include <utility>

#include <poll.h>
#include <sys/ioctl.h>
#include <unistd.h>

namespace calmcalf::cli {
namespace {

constexpr std::size_t piece = std::size_t{64} * 1024;

/// A terminal that another program set to non-blocking takes no more for a while.
void wait_until_writable(int descriptor) {
  pollfd waiting{descriptor, POLLOUT, 0};
  ::poll(&waiting, 1, -1);
}

}  // namespace

void Output::write(std::string_view text) {
  waiting_ += text;
  if (waiting_.size() >= piece) flush();
}

void Output::line(std::string_view text) {
  write(text);
  write("\n");
}

void Output::flush() {
  const auto text = std::exchange(waiting_, {});
  std::string_view rest = text;
  while (!rest.empty()) {
    const auto count = ::write(descriptor_, rest.data(), rest.size());
    if (count >= 0) {
      rest.remove_prefix(static_cast<std::size_t>(count));
    } else if (errno == EAGAIN) {
      wait_until_writable(descriptor_);
    } else if (errno != EINTR) {
      throw OutputError{errno, std::generic_category()};
    }
  }
}

bool Output::is_terminal() const {
  return ::isatty(descriptor_) == 1;
}

std::optional<std::size_t> Output::columns() const {
  winsize size{};
  if (::ioctl(descriptor_, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return std::nullopt;
  return size.ws_col;
}

}  // namespace calmcalf::cli
