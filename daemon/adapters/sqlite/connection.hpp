// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

struct sqlite3;

namespace calmcalf {

/// An open database. Every failure is a HistoryError. For one thread.
class Connection {
 public:
  enum class Access {
    write,
    read,
    read_unchanging,  ///< nobody writes to it meanwhile: works where nothing can be created beside it
  };

  /// The file must be there.
  Connection(std::filesystem::path file, Access access);

  /// Runs statements that have no result.
  void execute(const std::string& statements) const;

  /// The first column of the first row.
  [[nodiscard]] std::int64_t number(const std::string& query) const;

  /// SQLite tidies its log away when the last connection closes. Until a file is known to be sound, and once it is
  /// known not to be, what lies beside it stays as it is: the beginning is `false`.
  void tidy_up_when_closed(bool tidy_up) const;

  /// Whether the file is no longer the one that was opened: moved, deleted, replaced.
  [[nodiscard]] bool was_replaced() const;

  /// Rows that the last statement changed.
  [[nodiscard]] int changes() const;

  /// Frees what SQLite keeps of the file's pages, which a process that lives on would keep for nothing.
  void forget_pages() const;

  /// Throws what SQLite's `code` means, unless it means success.
  void check(int code) const;

  [[nodiscard]] const std::filesystem::path& file() const { return file_; }
  [[nodiscard]] sqlite3* handle() const { return handle_.get(); }

 private:
  struct Close {
    void operator()(sqlite3* handle) const noexcept;
  };

  std::filesystem::path file_;
  std::unique_ptr<sqlite3, Close> handle_;
};

/// As long as it lasts, whoever has the database locked is not waited for.
class Impatience {
 public:
  explicit Impatience(const Connection& connection);
  Impatience(const Impatience&) = delete;
  Impatience& operator=(const Impatience&) = delete;
  ~Impatience();

 private:
  const Connection& connection_;
};

}  // namespace calmcalf
