// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/process/pipe.hpp"

#include <array>
#include <cerrno>
#include <system_error>

#include <fcntl.h>

namespace calmcalf {
namespace {

constexpr std::size_t longest_text = 1024UL * 1024UL;  ///< what a pipe may hold, see pipe-max-size in proc(5)

}  // namespace

Pipe open_pipe() {
  std::array<int, 2> ends{-1, -1};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw std::system_error{errno, std::generic_category(), "pipe2"};
  return {Descriptor{ends[0]}, Descriptor{ends[1]}};
}

Descriptor filled_pipe(std::string_view text) {
  if (text.size() > longest_text) throw std::system_error{EMSGSIZE, std::generic_category()};
  auto pipe = open_pipe();
  const int writing = pipe.writing.number();
  ::fcntl(writing, F_SETFL, O_NONBLOCK);
  ::fcntl(writing, F_SETPIPE_SZ, static_cast<int>(text.size()));  // whether it was enough is told by write()
  const auto written = ::write(writing, text.data(), text.size());
  if (written < 0 && errno != EAGAIN) throw std::system_error{errno, std::generic_category(), "write"};
  if (written != static_cast<ssize_t>(text.size())) throw std::system_error{EMSGSIZE, std::generic_category()};
  return std::move(pipe.reading);
}

}  // namespace calmcalf
