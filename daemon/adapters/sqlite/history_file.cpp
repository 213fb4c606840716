// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/sqlite/history_file.hpp"

#include <cerrno>
#include <ctime>
#include <string>
#include <system_error>

#include <fcntl.h>
#include <fmt/chrono.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include "adapters/sqlite/history_error.hpp"

namespace calmcalf {

namespace fs = std::filesystem;

namespace {

/// As the kernel allows in one path.
constexpr int most_links = 40;

constexpr mode_t for_owner = S_IRUSR | S_IWUSR;

void create_folder(const fs::path& folder) {
  std::error_code ignored;
  if (folder.empty() || fs::is_directory(folder, ignored)) return;
  create_folder(folder.parent_path());
  if (::mkdir(folder.c_str(), S_IRWXU) != 0 && errno != EEXIST) throw error_of_writing(folder, errno);
}

fs::path name_aside(const fs::path& file) {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  ::localtime_r(&now, &local);
  return beside(file, fmt::format(".corrupt-{:%Y-%m-%dT%H%M%S}", local));
}

fs::path free_name_like(const fs::path& wanted) {
  const auto is_taken = [](const fs::path& path) {
    std::error_code ignored;
    return fs::exists(fs::symlink_status(path, ignored));
  };
  fs::path name = wanted;
  for (int number = 2; is_taken(name) || is_taken(beside(name, "-wal")) || is_taken(beside(name, "-shm")); ++number) {
    name = beside(wanted, fmt::format("-{}", number));
  }
  return name;
}

void move(const fs::path& from, const fs::path& to) {
  if (::rename(from.c_str(), to.c_str()) != 0 && errno != ENOENT) throw error_of_writing(to, errno);
}

}  // namespace

fs::path beside(const fs::path& file, const std::string& ending) {
  return file.string() + ending;
}

void flush_folder(const fs::path& folder) noexcept {
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return;
  ::fsync(descriptor);
  ::close(descriptor);
}

fs::path real_path(const fs::path& given) {
  fs::path path = fs::absolute(given);
  std::error_code error;
  // A link to where the file is yet to be made is no link that weakly_canonical follows.
  for (int links = 0; links < most_links && fs::is_symlink(path, error); ++links) {
    path = path.parent_path() / fs::read_symlink(path, error);
  }
  const fs::path canonical = fs::weakly_canonical(path, error);
  return error ? path.lexically_normal() : canonical;
}

void create_history_folder(const fs::path& file) {
  create_folder(file.parent_path());
}

void create_history_file(const fs::path& file) {
  // Only where it is missing: closing a file that SQLite has open elsewhere in the process would drop its locks.
  const int descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, for_owner);
  if (descriptor >= 0) {
    ::close(descriptor);
    flush_folder(file.parent_path());
  } else if (errno != EEXIST) {
    throw error_of_writing(file, errno);
  }
}

fs::path set_aside(const fs::path& file) {
  const fs::path name = free_name_like(name_aside(file));
  // The database last: a new one must never find the old one's log beside it.
  for (const char* ending : {"-wal", "-shm", ""}) move(beside(file, ending), beside(name, ending));
  flush_folder(file.parent_path());
  return name;
}

bool is_unchanging(const fs::path& file) {
  std::error_code error;
  const std::uintmax_t log_size = fs::file_size(beside(file, "-wal"), error);
  const bool has_log = !error && log_size > 0;
  return !has_log && ::access(file.parent_path().c_str(), W_OK) != 0;
}

}  // namespace calmcalf
