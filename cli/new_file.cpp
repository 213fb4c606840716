// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/new_file.hpp"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <string>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace calmcalf::cli {
namespace {

constexpr mode_t owner_alone = 0700;
constexpr mode_t readable = 0644;
constexpr mode_t private_to_owner = 0600;
constexpr mode_t permissions = 0777;

std::error_code last_error() {
  return {errno, std::generic_category()};
}

/// As the base directory specification asks: what is missing is made with 0700.
std::error_code make_folders(const std::filesystem::path& folder) {
  std::error_code ignored;
  if (folder.empty() || std::filesystem::is_directory(folder, ignored)) return {};
  if (const auto error = make_folders(folder.parent_path())) return error;
  return ::mkdir(folder.c_str(), owner_alone) == 0 || errno == EEXIST ? std::error_code{} : last_error();
}

std::error_code write_all(int descriptor, std::string_view content) {
  while (!content.empty()) {
    const auto count = ::write(descriptor, content.data(), content.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return last_error();
    content.remove_prefix(static_cast<std::size_t>(count));
  }
  return ::fsync(descriptor) == 0 ? std::error_code{} : last_error();
}

/// Moves without ever replacing; by a second name where the file system knows no such move.
std::error_code move_to_free_name(const std::string& from, const std::filesystem::path& to) {
  if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) return {};
  if (errno != EINVAL && errno != ENOSYS) return last_error();
  if (::link(from.c_str(), to.c_str()) != 0) return last_error();
  ::unlink(from.c_str());
  return {};
}

std::error_code move_over(const std::string& from, const std::filesystem::path& to) {
  return ::rename(from.c_str(), to.c_str()) == 0 ? std::error_code{} : last_error();
}

using Move = std::error_code (*)(const std::string& from, const std::filesystem::path& to);

/// Writes a file beside `file`, and moves it to its place once it is whole.
std::error_code write_aside(const std::filesystem::path& file, std::string_view content, mode_t mode, Move move) {
  std::string unfinished = file.string() + ".XXXXXX";
  const int descriptor = ::mkostemp(unfinished.data(), O_CLOEXEC);
  if (descriptor < 0) return last_error();
  auto error = write_all(descriptor, content);
  if (!error && ::fchmod(descriptor, mode) != 0) error = last_error();
  if (::close(descriptor) != 0 && !error) error = last_error();
  if (!error) error = move(unfinished, file);
  if (error) ::unlink(unfinished.c_str());
  return error;
}

}  // namespace

std::error_code write_new_file(const std::filesystem::path& file, std::string_view content) {
  std::error_code error;
  if (std::filesystem::symlink_status(file, error).type() != std::filesystem::file_type::not_found)
    return error ? error : std::make_error_code(std::errc::file_exists);
  error = make_folders(file.parent_path());
  if (error) return error;
  return write_aside(file, content, readable, move_to_free_name);
}

std::error_code write_or_replace_file(const std::filesystem::path& file, std::string_view content) {
  std::error_code error;
  const auto place = std::filesystem::weakly_canonical(file, error);
  if (error) return error;
  struct stat known{};
  const bool is_there = ::stat(place.c_str(), &known) == 0;
  if (!is_there && errno != ENOENT) return last_error();
  if (is_there && !S_ISREG(known.st_mode)) return std::make_error_code(std::errc::not_supported);
  error = make_folders(place.parent_path());
  if (error) return error;
  return write_aside(place, content, is_there ? known.st_mode & permissions : private_to_owner, move_over);
}

}  // namespace calmcalf::cli
