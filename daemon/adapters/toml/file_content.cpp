// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/toml/file_content.hpp"

#include <cerrno>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "adapters/toml/descriptor.hpp"
#include "language/tr.hpp"

namespace calmcalf::toml_file {
namespace {

constexpr std::size_t largest = std::size_t{4} * 1024 * 1024;

FileContent failed(std::string mistake) {
  return {std::nullopt, std::move(mistake)};
}

FileContent failed_to_read(int error) {
  return failed(
      tr("the file cannot be read: {}; check the disk, then try again", std::generic_category().message(error)));
}

FileContent not_there(const std::filesystem::path& path) {
  std::error_code ignored;
  if (std::filesystem::is_symlink(path, ignored)) {
    return failed(tr("this is a link to a file that is not there, mend the link or remove it"));
  }
  return failed(tr("there is no such file, `calmcalf init` writes a starter schedule"));
}

FileContent not_opened(const std::filesystem::path& path, int error) {
  switch (error) {
    case ENOENT:
    case ENOTDIR:
      return not_there(path);
    case EACCES:
    case EPERM:
      return failed(tr("you may not read this file, allow it: chmod u+r on the file, u+x on its folders"));
    case ELOOP:
      return failed(tr("this link leads back to itself, mend it or remove it"));
    case ENXIO:
      return failed(tr("this is not a plain file, name the file with the schedule"));
    default:
      return failed_to_read(error);
  }
}

FileContent too_large() {
  return failed(tr("the file is larger than 4 MiB, this cannot be a schedule: name another file"));
}

/// Empty where `status` is that of a plain file of a sensible size.
FileContent refused(const struct stat& status) {
  if (S_ISDIR(status.st_mode)) return failed(tr("this is a folder, name the file in it, such as routine.toml"));
  if (!S_ISREG(status.st_mode)) return failed(tr("this is not a plain file, name the file with the schedule"));
  if (status.st_size > static_cast<off_t>(largest)) return too_large();
  return {};
}

/// The size that the file was said to have is no promise: it may grow meanwhile.
FileContent read_all(const Descriptor& file, std::size_t expected) {
  std::string bytes(expected + 1, '\0');
  std::size_t length = 0;
  for (;;) {
    if (length == bytes.size()) bytes.resize(bytes.size() * 2);
    const ssize_t count = ::read(file.number(), bytes.data() + length, bytes.size() - length);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return failed_to_read(errno);
    if (count == 0) break;
    length += static_cast<std::size_t>(count);
    if (length > largest) return too_large();
  }
  bytes.resize(length);
  return {std::move(bytes), {}};
}

}  // namespace

FileContent read_file(const std::filesystem::path& path) {
  // Without O_NONBLOCK opening a pipe would wait for somebody to write into it.
  const Descriptor file{::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)};
  if (!file.is_open()) return not_opened(path, errno);
  struct stat status{};
  if (::fstat(file.number(), &status) != 0) return failed_to_read(errno);
  if (auto refusal = refused(status); !refusal.mistake.empty()) return refusal;
  return read_all(file, static_cast<std::size_t>(status.st_size));
}

}  // namespace calmcalf::toml_file
