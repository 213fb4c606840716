// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/sqlite/sqlite_history.hpp"

#include <cstdint>
#include <limits>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "adapters/sqlite/connection.hpp"
#include "adapters/sqlite/entry_id.hpp"
#include "adapters/sqlite/entry_row.hpp"
#include "adapters/sqlite/history_error.hpp"
#include "adapters/sqlite/history_file.hpp"
#include "adapters/sqlite/schema.hpp"
#include "adapters/sqlite/service_lock.hpp"
#include "adapters/sqlite/statement.hpp"
#include "adapters/sqlite/transaction.hpp"
#include "language/tr.hpp"

namespace calmcalf {

namespace fs = std::filesystem;

namespace {

using Kind = HistoryError::Kind;

constexpr std::string_view insertion =
    "INSERT INTO entries (id, at, utc_offset, source, kind, night, step, number, due, due_offset, how, detail) "
    "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12) ";

constexpr std::string_view selection =
    "SELECT seq, id, at, utc_offset, source, kind, night, step, number, due, due_offset, how, detail FROM entries ";

constexpr std::string_view of_nights = "WHERE night BETWEEN ?1 AND ?2 ";

/// The same where little else lies between the first of them, ?3, and the last, ?4: read as it lies there, which for
/// ten years of nights takes half the time of going to each through the index.
constexpr std::string_view of_nights_in_a_row = "WHERE seq BETWEEN ?3 AND ?4 AND +night BETWEEN ?1 AND ?2 ";

struct Opened {
  std::unique_ptr<Connection> connection;
  std::optional<Migration> migration;
};

Opened open_for_writing(const fs::path& file) {
  create_history_file(file);
  auto connection = std::make_unique<Connection>(file, Connection::Access::write);
  connection->execute("PRAGMA synchronous = FULL");
  auto migration = bring_schema_up_to_date(*connection);
  connection->execute("PRAGMA journal_mode = WAL");  // only now: until here it may not have been ours to change
  return {std::move(connection), std::move(migration)};
}

void insert(Statement& statement, const std::string& id, const Entry& entry) {
  const EntryRow row = to_row(entry);
  statement.bind(1, id);
  statement.bind(2, row.at);
  statement.bind(3, row.utc_offset);
  statement.bind(4, row.source);
  statement.bind(5, row.kind);
  statement.bind(6, row.night);
  statement.bind(7, row.step);
  statement.bind(8, row.number);
  statement.bind(9, row.due);
  statement.bind(10, row.due_offset);
  statement.bind(11, row.how);
  statement.bind(12, row.detail);
  statement.run();
}

/// The row that `statement`, a selection, stands on.
Entry entry_at(const Statement& statement, const fs::path& file) {
  EntryRow row;
  row.at = statement.number(2);
  row.utc_offset = statement.number(3);
  row.source = statement.text(4);
  row.kind = statement.text(5);
  row.night = statement.number(6);
  row.step = statement.maybe_text(7);
  row.number = statement.maybe_number(8);
  row.due = statement.maybe_number(9);
  row.due_offset = statement.maybe_number(10);
  row.how = statement.maybe_text(11);
  row.detail = statement.maybe_text(12);
  auto entry = to_entry(row);
  if (!entry) throw damaged_history(file, tr("entry {} makes no sense", statement.number(0)));
  return *std::move(entry);
}

void bind_nights(Statement& statement, std::optional<Night> from, std::optional<Night> until) {
  statement.bind(1, from ? day_number(*from) : std::numeric_limits<std::int64_t>::min());
  statement.bind(2, until ? day_number(*until) : std::numeric_limits<std::int64_t>::max());
}

/// Those entries, in the order of recording.
Statement in_order(const Connection& connection, std::string_view which) {
  return {connection, std::string{selection}.append(which).append("ORDER BY seq")};
}

/// A selection of the nights' entries, ready to be stepped through. They were mostly recorded one after the other, but
/// years may lie between two of them that were imported.
Statement selection_of(const Connection& connection, std::optional<Night> from, std::optional<Night> until) {
  constexpr std::int64_t scattered = 4;  // entries passed over for one that is wanted
  Statement extent{connection, "SELECT min(seq), max(seq), count(*) FROM entries WHERE night BETWEEN ?1 AND ?2"};
  bind_nights(extent, from, until);
  extent.step();
  const auto first = extent.maybe_number(0).value_or(0);
  const auto last = extent.maybe_number(1).value_or(-1);
  const auto in_a_row = last - first < scattered * extent.number(2);
  auto statement = in_order(connection, in_a_row ? of_nights_in_a_row : of_nights);
  bind_nights(statement, from, until);
  if (in_a_row) {
    statement.bind(3, first);
    statement.bind(4, last);
  }
  return statement;
}

/// Calls `take` with the statement at each entry of the nights, in the order of recording.
template <typename Take>
void for_each_entry(const Connection& connection, std::optional<Night> from, std::optional<Night> until, Take take) {
  const auto is_all = !from && !until;
  auto statement = is_all ? in_order(connection, "") : selection_of(connection, from, until);
  while (statement.step()) take(statement);
}

/// Does `action`. Where that meets damage, the service that starts next is told to look for it.
template <typename Action>
auto noting_damage(const Connection& connection, Action action) {
  try {
    return action();
  } catch (const HistoryError& error) {
    if (error.kind() == Kind::corrupt) {
      connection.tidy_up_when_closed(false);
      note_damage(connection.file());
    }
    throw;
  }
}

/// What is written to a file that is gone from its place is lost with it.
void require_same_file(const Connection& connection) {
  if (!connection.was_replaced()) return;
  throw HistoryError{Kind::failed, tr("{}: was moved, deleted or replaced while in use; put it back, or start "
                                      "anew with what is there: systemctl --user restart calmcalf",
                                      connection.file().string())};
}

/// Reads all there is. Throws HistoryError of kind `corrupt` where something is wrong with it.
void check_everything(const Connection& connection) {
  Statement check{connection, "PRAGMA integrity_check(1)"};
  if (check.step() && check.text(0) != "ok") throw damaged_history(connection.file(), check.text(0));
  for_each_entry(connection, std::nullopt, std::nullopt,
                 [&](const Statement& statement) { entry_at(statement, connection.file()); });
}

}  // namespace

std::unique_ptr<SqliteHistory> SqliteHistory::open_for_service(const fs::path& file) {
  const fs::path path = real_path(file);
  create_history_folder(path);
  auto lock = std::make_unique<ServiceLock>(path);
  Opened opened;
  std::optional<fs::path> damaged_file;
  try {
    opened = open_for_writing(path);
    if (lock->calls_for_a_check()) check_everything(*opened.connection);
  } catch (const HistoryError& error) {
    if (error.kind() != Kind::corrupt) throw;
    opened = {};
    damaged_file = set_aside(path);
    opened = open_for_writing(path);
  }
  opened.connection->tidy_up_when_closed(true);
  lock->note_checked();
  std::unique_ptr<SqliteHistory> history{new SqliteHistory{std::move(opened.connection)}};
  history->lock_ = std::move(lock);
  history->damaged_file_ = std::move(damaged_file);
  history->migration_ = std::move(opened.migration);
  return history;
}

std::unique_ptr<SqliteHistory> SqliteHistory::open_for_import(const fs::path& file) {
  const fs::path path = real_path(file);
  create_history_folder(path);
  auto opened = open_for_writing(path);
  opened.connection->tidy_up_when_closed(true);
  std::unique_ptr<SqliteHistory> history{new SqliteHistory{std::move(opened.connection)}};
  history->migration_ = std::move(opened.migration);
  return history;
}

std::unique_ptr<const SqliteHistory> SqliteHistory::open_for_reading(const fs::path& file) {
  const fs::path path = real_path(file);
  std::error_code error;
  if (!fs::exists(path, error) && !error) throw missing_history(path);
  const auto access = is_unchanging(path) ? Connection::Access::read_unchanging : Connection::Access::read;
  auto connection = std::make_unique<Connection>(path, access);
  noting_damage(*connection, [&] { require_current_schema(*connection); });
  return std::unique_ptr<const SqliteHistory>{new SqliteHistory{std::move(connection)}};
}

SqliteHistory::SqliteHistory(std::unique_ptr<Connection> connection) : connection_{std::move(connection)} {}

SqliteHistory::~SqliteHistory() = default;

const fs::path& SqliteHistory::file() const {
  return connection_->file();
}

void SqliteHistory::append(std::span<const Entry> entries) {
  if (entries.empty()) return;
  noting_damage(*connection_, [&] {
    require_same_file(*connection_);
    Transaction transaction{*connection_};
    Statement statement{*connection_, insertion};
    for (const Entry& entry : entries) insert(statement, new_entry_id(entry.at), entry);
    transaction.commit();
    connection_->forget_pages();
  });
}

void SqliteHistory::append_without_waiting(std::span<const Entry> entries) {
  const Impatience impatience{*connection_};
  append(entries);
}

std::size_t SqliteHistory::merge(std::span<const IdentifiedEntry> entries) {
  return noting_damage(*connection_, [&] {
    require_same_file(*connection_);
    std::size_t added = 0;
    Transaction transaction{*connection_};
    Statement statement{*connection_, std::string{insertion} + "ON CONFLICT (id) DO NOTHING"};
    for (const auto& [id, entry] : entries) {
      insert(statement, id, entry);
      added += static_cast<std::size_t>(connection_->changes());
    }
    transaction.commit();
    return added;
  });
}

Ledger SqliteHistory::load(std::optional<Night> from, std::optional<Night> until) const {
  return noting_damage(*connection_, [&] {
    Ledger ledger;
    for_each_entry(*connection_, from, until,
                   [&](const Statement& statement) { ledger.push_back(entry_at(statement, file())); });
    connection_->forget_pages();
    return ledger;
  });
}

std::vector<IdentifiedEntry> SqliteHistory::load_identified(std::optional<Night> from,
                                                            std::optional<Night> until) const {
  return noting_damage(*connection_, [&] {
    std::vector<IdentifiedEntry> entries;
    for_each_entry(*connection_, from, until, [&](const Statement& statement) {
      entries.push_back({std::string{statement.text(1)}, entry_at(statement, file())});
    });
    return entries;
  });
}

std::optional<Instant> SqliteHistory::last(Instant now) const {
  return noting_damage(*connection_, [&]() -> std::optional<Instant> {
    Statement statement{*connection_,
                        "SELECT at FROM entries WHERE at <= ?1 AND source <> 'import' ORDER BY at DESC LIMIT 1"};
    statement.bind(1, now.time_since_epoch().count());
    return statement.step() ? std::optional{Instant{Duration{statement.number(0)}}} : std::nullopt;
  });
}

}  // namespace calmcalf
