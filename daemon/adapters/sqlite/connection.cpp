// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/sqlite/connection.hpp"

#include <chrono>
#include <string_view>
#include <utility>

#include <fmt/format.h>
#include <sqlite3.h>

#include "adapters/sqlite/history_error.hpp"
#include "adapters/sqlite/statement.hpp"

namespace calmcalf {

namespace {

/// How long a lock is waited for. Long enough for an import of a few hundred nights; but the service does nothing else
/// meanwhile, and a person who has pressed a button waits, too.
constexpr std::chrono::milliseconds wait_for_others{250};

void set_wait(sqlite3* handle, std::chrono::milliseconds wait) {
  sqlite3_busy_timeout(handle, static_cast<int>(wait.count()));
}

/// SQLite keeps the errno of some failures only, but each open file keeps its own last one: the log beside the
/// database, to which most is written, and the database.
int system_error_of(sqlite3* handle) {
  if (const int error = sqlite3_system_errno(handle); error != 0) return error;
  for (const int which : {SQLITE_FCNTL_JOURNAL_POINTER, SQLITE_FCNTL_FILE_POINTER}) {
    sqlite3_file* file = nullptr;
    if (sqlite3_file_control(handle, "main", which, &file) != SQLITE_OK || file == nullptr) continue;
    int error = 0;
    if (file->pMethods == nullptr || file->pMethods->xFileControl(file, SQLITE_FCNTL_LAST_ERRNO, &error) != SQLITE_OK)
      continue;
    if (error != 0) return error;
  }
  return 0;
}

/// As a URI, in which some characters of a path mean something else.
std::string uri_of(const std::filesystem::path& file) {
  std::string uri = "file:";
  for (const char c : std::filesystem::absolute(file).string()) {
    if (std::string_view{"%?#"}.find(c) == std::string_view::npos) {
      uri += c;
    } else {
      uri += fmt::format("%{:02x}", static_cast<unsigned char>(c));
    }
  }
  return uri;
}

int flags_for(Connection::Access access) {
  constexpr int always = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_URI;
  return always | (access == Connection::Access::write ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY);
}

}  // namespace

void Connection::Close::operator()(sqlite3* handle) const noexcept {
  sqlite3_close(handle);
}

Connection::Connection(std::filesystem::path file, Access access) : file_{std::move(file)} {
  const std::string uri = uri_of(file_) + (access == Access::read_unchanging ? "?immutable=1" : "");
  sqlite3* handle = nullptr;
  const int opened = sqlite3_open_v2(uri.c_str(), &handle, flags_for(access), nullptr);
  handle_.reset(handle);
  check(opened);
  if (access == Access::write && sqlite3_db_readonly(handle, "main") != 0) check(SQLITE_READONLY);
  set_wait(handle, wait_for_others);
  // What stands in a file is data: it neither runs nor defines anything, and damage shows at once.
  check(sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr));
  check(sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr));
  tidy_up_when_closed(false);
  execute("PRAGMA cell_size_check = ON; PRAGMA cache_size = -512");
}

void Connection::execute(const std::string& statements) const {
  check(sqlite3_exec(handle(), statements.c_str(), nullptr, nullptr, nullptr));
}

std::int64_t Connection::number(const std::string& query) const {
  Statement statement{*this, query};
  return statement.step() ? statement.number(0) : 0;
}

void Connection::tidy_up_when_closed(bool tidy_up) const {
  check(sqlite3_db_config(handle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, tidy_up ? 0 : 1, nullptr));
}

bool Connection::was_replaced() const {
  int moved = 0;
  check(sqlite3_file_control(handle(), "main", SQLITE_FCNTL_HAS_MOVED, &moved));
  return moved != 0;
}

int Connection::changes() const {
  return sqlite3_changes(handle());
}

void Connection::forget_pages() const {
  check(sqlite3_db_release_memory(handle()));
}

void Connection::check(int code) const {
  if (code == SQLITE_OK) return;
  throw error_of_sqlite(file_, code, handle_ ? system_error_of(handle()) : 0,
                        handle_ ? sqlite3_errmsg(handle()) : sqlite3_errstr(code));
}

Impatience::Impatience(const Connection& connection) : connection_{connection} {
  set_wait(connection.handle(), std::chrono::milliseconds{0});
}

Impatience::~Impatience() {
  set_wait(connection_.handle(), wait_for_others);
}

}  // namespace calmcalf
