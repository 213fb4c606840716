// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/sqlite/history_error.hpp"

#include <cerrno>
#include <system_error>

#include <sqlite3.h>

#include "language/tr.hpp"

namespace calmcalf {

namespace {

using Kind = HistoryError::Kind;

std::string words_for(int system_error) {
  return std::generic_category().message(system_error);
}

HistoryError full(const std::string& path) {
  return {Kind::full, tr("{}: cannot be written, the disk is full; free some space and try again", path)};
}

HistoryError read_only(const std::string& path) {
  return {Kind::read_only, tr("{}: cannot be written; make it and its folder writable for you", path)};
}

HistoryError unreadable(const std::string& path) {
  return {Kind::unreadable, tr("{}: cannot be read; make it and its folder readable for you", path)};
}

HistoryError busy(const std::string& path) {
  return {Kind::busy, tr("{}: another program has locked it; close that program (a database browser, a "
                         "backup) and try again",
                         path)};
}

HistoryError failed(const std::string& path, std::string_view detail) {
  return {Kind::failed,
          tr("{}: cannot be used ({}); check the disk, or name another file with --history", path, detail)};
}

}  // namespace

HistoryError error_of_sqlite(const std::filesystem::path& file, int code, int system_error, std::string_view detail) {
  switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
      return busy(file.string());
    case SQLITE_FULL:
      return full(file.string());
    case SQLITE_READONLY:
      return read_only(file.string());
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return unreadable(file.string());
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return damaged_history(file, detail);
    case SQLITE_CANTOPEN:
    case SQLITE_IOERR:
      return system_error == 0 ? failed(file.string(), detail) : error_of_system(file, system_error);
    default:
      return failed(file.string(), detail);
  }
}

HistoryError error_of_system(const std::filesystem::path& path, int system_error) {
  switch (system_error) {
    case ENOSPC:
    case EDQUOT:
      return full(path.string());
    case EROFS:
      return read_only(path.string());
    case EACCES:
    case EPERM:
      return unreadable(path.string());
    default:
      return failed(path.string(), words_for(system_error));
  }
}

HistoryError error_of_writing(const std::filesystem::path& path, int system_error) {
  const bool is_refused = system_error == EACCES || system_error == EPERM;
  return error_of_system(path, is_refused ? EROFS : system_error);
}

HistoryError missing_history(const std::filesystem::path& file) {
  return {Kind::missing,
          tr("{}: there is no history yet; it begins when the service, calmcalfd, first runs", file.string())};
}

HistoryError damaged_history(const std::filesystem::path& file, std::string_view detail) {
  return {Kind::corrupt, tr("{}: is damaged ({}); restart the service, which puts it aside and begins a new "
                            "one: systemctl --user restart calmcalf",
                            file.string(), detail)};
}

}  // namespace calmcalf
