// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/sqlite/schema.hpp"

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>

#include <fmt/format.h>

#include "adapters/sqlite/connection.hpp"
#include "adapters/sqlite/history_backup.hpp"
#include "adapters/sqlite/history_error.hpp"
#include "adapters/sqlite/transaction.hpp"
#include "language/tr.hpp"

namespace calmcalf {

namespace {

using Kind = HistoryError::Kind;

/// "Calf": how a file is known to be ours. Never changes.
constexpr std::int64_t application_id = 0x43616c66;

/// Each makes the next version out of the one before. What has been released is never edited: a change is another
/// step at the end.
constexpr std::array migrations{
    // 1
    R"(
CREATE TABLE entries (            -- everything that was recorded; only ever added to
  seq        INTEGER PRIMARY KEY, -- the order of recording on this machine
  id         TEXT NOT NULL UNIQUE,-- a UUID, the same on every machine that an entry is brought to
  at         INTEGER NOT NULL,    -- seconds since 1970-01-01 UTC
  utc_offset INTEGER NOT NULL,    -- local time minus UTC at `at`, in seconds
  source     TEXT NOT NULL,
  kind       TEXT NOT NULL,
  night      INTEGER NOT NULL,    -- days since 1970-01-01; of entries about no night the local date of `at`
  step       TEXT,                -- from here to `due_offset`: of entries about an occurrence
  number     INTEGER,
  due        INTEGER,             -- as `at`
  due_offset INTEGER,             -- as `utc_offset`
  how        TEXT,                -- how it ended; of what was shown: "first", "repeat", "again"
  detail     TEXT                 -- what else belongs to this kind, as a JSON object
) STRICT;
CREATE INDEX entries_by_night ON entries (night);
CREATE TRIGGER entries_are_not_changed BEFORE UPDATE ON entries
  BEGIN SELECT RAISE(ABORT, 'entries are only ever added'); END;
CREATE TRIGGER entries_are_not_deleted BEFORE DELETE ON entries
  BEGIN SELECT RAISE(ABORT, 'entries are only ever added'); END;
)",
    // 2
    R"(
CREATE INDEX entries_by_time ON entries (at);
)",
};

constexpr int current_version = static_cast<int>(migrations.size());

/// What the file holds, 0 being nothing yet.
int schema_version(const Connection& connection) {
  const std::string file = connection.file().string();
  if (connection.number("PRAGMA application_id") != application_id) {
    if (connection.number("SELECT count(*) FROM sqlite_schema") == 0) return 0;
    throw HistoryError{Kind::failed, tr("{}: is another program's database; name another file with --history", file)};
  }
  const std::int64_t version = connection.number("PRAGMA user_version");
  if (version > current_version) {
    throw HistoryError{Kind::newer, tr("{}: was written by a newer Calmcalf (its format is {}, the newest "
                                       "known here {}); install that one again",
                                       file, version, current_version)};
  }
  return static_cast<int>(version);
}

std::filesystem::path back_up_before_migration(const std::filesystem::path& file, int version) try {
  return back_up(file);
} catch (const HistoryError& error) {
  if (error.kind() == Kind::corrupt) throw;
  throw HistoryError{error.kind(), tr("{}: is not brought from format {} to {}, because it cannot be backed up "
                                      "before. {}",
                                      file.string(), version, current_version, error.what())};
}

}  // namespace

std::optional<Migration> bring_schema_up_to_date(const Connection& connection) {
  if (schema_version(connection) == current_version) return std::nullopt;
  Transaction transaction{connection};
  // Read again: until now somebody else could have done it.
  const int version = schema_version(connection);
  std::optional<Migration> migration;
  if (version > 0 && version < current_version)
    migration = {version, current_version, back_up_before_migration(connection.file(), version)};
  for (auto next = static_cast<std::size_t>(version); next < migrations.size(); ++next)
    connection.execute(migrations.at(next));
  connection.execute(
      fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {}", application_id, current_version));
  transaction.commit();
  return migration;
}

void require_current_schema(const Connection& connection) {
  const int version = schema_version(connection);
  if (version == 0) throw missing_history(connection.file());
  if (version < current_version) {
    throw HistoryError{Kind::failed, tr("{}: was written by an older Calmcalf; start the service once, which "
                                        "brings it up to date: systemctl --user restart calmcalf",
                                        connection.file().string())};
  }
}

}  // namespace calmcalf
