// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/sqlite/history_backup.hpp"

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <iterator>
#include <system_error>

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include "adapters/sqlite/connection.hpp"
#include "adapters/sqlite/history_error.hpp"
#include "adapters/sqlite/history_file.hpp"
#include "adapters/sqlite/statement.hpp"

namespace calmcalf {

namespace fs = std::filesystem;

namespace {

fs::path numbered(const fs::path& history, int number) {
  return beside(history, fmt::format(".backup.{}", number));
}

/// A file that goes again, with the journal that SQLite keeps while it writes to it, unless it gets its name. What a
/// crash has left of an earlier one is taken away first.
class UnfinishedBackup {
 public:
  explicit UnfinishedBackup(const fs::path& history) : path_{beside(history, ".backup.new")} {
    for (const auto& leftover : {beside(path_, "-journal"), path_})
      if (::unlink(leftover.c_str()) != 0 && errno != ENOENT) throw error_of_writing(leftover, errno);
    create_history_file(path_);
  }
  UnfinishedBackup(const UnfinishedBackup&) = delete;
  UnfinishedBackup& operator=(const UnfinishedBackup&) = delete;
  ~UnfinishedBackup() { remove(); }

  [[nodiscard]] const fs::path& path() const { return path_; }

  void flush() const {
    const int descriptor = ::open(path_.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) throw error_of_writing(path_, errno);
    const int error = ::fsync(descriptor) == 0 ? 0 : errno;
    ::close(descriptor);
    if (error != 0) throw error_of_writing(path_, error);
  }

 private:
  void remove() const noexcept {
    ::unlink(beside(path_, "-journal").c_str());
    ::unlink(path_.c_str());
  }

  fs::path path_;
};

/// On a connection of its own: the one that has the right to write cannot copy meanwhile.
void write_copy(const fs::path& history, const fs::path& to) try {
  const Connection connection{history, Connection::Access::read};
  Statement statement{connection, "VACUUM INTO ?1"};
  statement.bind(1, to.string());
  statement.run();
} catch (const HistoryError& error) {
  // SQLite does not say which of the two files it was, but only the new one needs space.
  if (error.kind() == HistoryError::Kind::full) throw error_of_writing(to, ENOSPC);
  throw;
}

bool is_same(const fs::path& one, const fs::path& other) {
  std::error_code ignored;
  if (!fs::is_regular_file(other, ignored) || fs::file_size(one, ignored) != fs::file_size(other, ignored))
    return false;
  std::ifstream first{one, std::ios::binary};
  std::ifstream second{other, std::ios::binary};
  using Bytes = std::istreambuf_iterator<char>;
  return first && second && std::equal(Bytes{first}, Bytes{}, Bytes{second}, Bytes{});
}

void move_to(const fs::path& from, const fs::path& to) {
  if (::rename(from.c_str(), to.c_str()) != 0) throw error_of_writing(to, errno);
}

/// Makes the `number`-th name free, moving on only what is in the way.
void move_on(const fs::path& history, int number) {
  std::error_code ignored;
  const fs::path name = numbered(history, number);
  if (number == backups_kept || !fs::exists(fs::symlink_status(name, ignored))) return;
  move_on(history, number + 1);
  move_to(name, numbered(history, number + 1));
}

}  // namespace

fs::path back_up(const fs::path& history) {
  const UnfinishedBackup unfinished{history};
  write_copy(history, unfinished.path());
  fs::path newest = numbered(history, 1);
  // A migration that fails is tried again at every start: that must not push out what older versions left.
  if (!is_same(unfinished.path(), newest)) {
    unfinished.flush();
    move_on(history, 1);
    move_to(unfinished.path(), newest);
  }
  flush_folder(history.parent_path());
  return newest;
}

}  // namespace calmcalf
