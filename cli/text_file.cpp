// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/text_file.hpp"

#include <cerrno>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

#include "language/tr.hpp"

namespace calmcalf::cli {
namespace {

constexpr std::size_t largest = std::size_t{4} * 1024 * 1024;
constexpr std::size_t read_at_once = std::size_t{64} * 1024;

TextFile failed(int error) {
  switch (error) {
    case ENOENT:
    case ENOTDIR:
      return {std::nullopt, tr("there is no such file")};
    case EACCES:
    case EPERM:
      return {std::nullopt, tr("you may not read this file")};
    case EISDIR:
      return {std::nullopt, tr("this is a folder, name a file in it")};
    default:
      return {std::nullopt, tr("it cannot be read: {}", std::generic_category().message(error))};
  }
}

TextFile read_all(int descriptor) {
  std::string content;
  for (std::size_t length = 0;;) {
    content.resize(length + read_at_once);
    const auto count = ::read(descriptor, content.data() + length, read_at_once);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return failed(errno);
    length += static_cast<std::size_t>(count);
    if (length > largest) return {std::nullopt, tr("it is larger than 4 MiB")};
    content.resize(length);
    if (count == 0) return {std::move(content), {}};
  }
}

}  // namespace

TextFile read_text_file(const std::filesystem::path& file) {
  const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY);
  if (descriptor < 0) return failed(errno);
  auto read = read_all(descriptor);
  ::close(descriptor);
  return read;
}

TextFile read_standard_input() {
  return read_all(STDIN_FILENO);
}

}  // namespace calmcalf::cli
