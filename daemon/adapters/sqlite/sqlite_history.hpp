// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "adapters/sqlite/migration.hpp"
#include "ports/history.hpp"

namespace calmcalf {

class Connection;
class ServiceLock;

/// The ledger in an SQLite file. For one thread; any number of processes may read while one writes.
class SqliteHistory : public History {
 public:
  /// The service's own: refused (`in_use`) while another service has it. Makes what is missing. A damaged file is put
  /// aside, see damaged_file(), and a new one begun. Throws HistoryError.
  [[nodiscard]] static std::unique_ptr<SqliteHistory> open_for_service(const std::filesystem::path& file);

  /// To bring entries in, beside a running service or without one. Makes what is missing, puts nothing aside. Throws
  /// HistoryError.
  [[nodiscard]] static std::unique_ptr<SqliteHistory> open_for_import(const std::filesystem::path& file);

  /// Changes nothing. Throws HistoryError, of kind `missing` where there is no history yet.
  [[nodiscard]] static std::unique_ptr<const SqliteHistory> open_for_reading(const std::filesystem::path& file);

  ~SqliteHistory() override;

  void append(std::span<const Entry> entries) override;
  void append_without_waiting(std::span<const Entry> entries) override;
  [[nodiscard]] Ledger load(std::optional<Night> from, std::optional<Night> until) const override;

  [[nodiscard]] std::optional<Instant> last(Instant now) const override;

  /// As append(), but leaves out those whose id is there already. Returns how many were new.
  std::size_t merge(std::span<const IdentifiedEntry> entries);

  /// As load(), with the ids.
  [[nodiscard]] std::vector<IdentifiedEntry> load_identified(std::optional<Night> from,
                                                             std::optional<Night> until) const;

  /// The file, where links lead to it.
  [[nodiscard]] const std::filesystem::path& file() const;

  /// Where open_for_service() put the damaged file it found, if it found one: something to tell the user.
  [[nodiscard]] const std::optional<std::filesystem::path>& damaged_file() const { return damaged_file_; }

  /// What was done to an older Calmcalf's file when it was opened, if it was one: something to tell the user.
  [[nodiscard]] const std::optional<Migration>& migration() const { return migration_; }

 private:
  explicit SqliteHistory(std::unique_ptr<Connection> connection);

  std::unique_ptr<ServiceLock> lock_;  // outlives the connection, so that nobody else gets the file before it is closed
  std::unique_ptr<Connection> connection_;
  std::optional<std::filesystem::path> damaged_file_;
  std::optional<Migration> migration_;
};

}  // namespace calmcalf
