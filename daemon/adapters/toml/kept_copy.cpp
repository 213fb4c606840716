// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/toml/kept_copy.hpp"

#include <cerrno>
#include <cstdio>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "adapters/toml/descriptor.hpp"
#include "adapters/toml/file_content.hpp"
#include "language/tr.hpp"

namespace calmcalf::toml_file {
namespace {

constexpr mode_t owner_alone = 0700;

std::error_code last_error() {
  return {errno, std::generic_category()};
}

/// As the base directory specification asks: what is missing is made with 0700.
std::error_code make_folders(const std::filesystem::path& folder) {
  std::error_code ignored;
  if (folder.empty() || std::filesystem::is_directory(folder, ignored)) return {};
  if (const auto error = make_folders(folder.parent_path())) return error;
  if (::mkdir(folder.c_str(), owner_alone) != 0 && errno != EEXIST) return last_error();
  return {};
}

std::error_code write_all(const Descriptor& file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(file.number(), bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return last_error();
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return {};
}

std::error_code write_beside(const std::filesystem::path& path, std::string_view bytes) {
  const Descriptor file{::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600)};
  if (!file.is_open()) return last_error();
  if (const auto error = write_all(file, bytes)) return error;
  return ::fsync(file.number()) == 0 ? std::error_code{} : last_error();
}

std::error_code replace(const std::filesystem::path& path, std::string_view bytes) {
  if (const auto error = make_folders(path.parent_path())) return error;
  std::filesystem::path fresh = path;
  fresh += ".new";
  auto error = write_beside(fresh, bytes);
  if (!error && std::rename(fresh.c_str(), path.c_str()) != 0) error = last_error();
  if (error) ::unlink(fresh.c_str());
  return error;
}

}  // namespace

std::string keep_copy(const std::filesystem::path& path, std::string_view bytes) {
  if (read_file(path).bytes == bytes) return {};
  const auto error = replace(path, bytes);
  if (!error) return {};
  return tr(
      "no copy of the schedule can be kept here ({}), make room or allow writing; until then a mistake in the schedule "
      "leaves none in force after a restart",
      error.message());
}

}  // namespace calmcalf::toml_file
