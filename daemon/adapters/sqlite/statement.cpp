// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/sqlite/statement.hpp"

#include <sqlite3.h>

#include "adapters/sqlite/connection.hpp"

namespace calmcalf {

void Statement::Finalize::operator()(sqlite3_stmt* handle) const noexcept {
  sqlite3_finalize(handle);
}

Statement::Statement(const Connection& connection, std::string_view text) : connection_{connection} {
  sqlite3_stmt* handle = nullptr;
  connection.check(
      sqlite3_prepare_v2(connection.handle(), text.data(), static_cast<int>(text.size()), &handle, nullptr));
  handle_.reset(handle);
}

void Statement::bind(int parameter, std::int64_t number) {
  connection_.check(sqlite3_bind_int64(handle_.get(), parameter, number));
}

void Statement::bind(int parameter, std::string_view text) {
  connection_.check(
      sqlite3_bind_text64(handle_.get(), parameter, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
}

void Statement::bind_nothing(int parameter) {
  connection_.check(sqlite3_bind_null(handle_.get(), parameter));
}

bool Statement::step() {
  const int result = sqlite3_step(handle_.get());
  if (result != SQLITE_ROW && result != SQLITE_DONE) connection_.check(result);
  return result == SQLITE_ROW;
}

void Statement::run() {
  step();
  connection_.check(sqlite3_reset(handle_.get()));
}

std::int64_t Statement::number(int column) const {
  return sqlite3_column_int64(handle_.get(), column);
}

std::string_view Statement::text(int column) const {
  // In this order: asking for the text may be what makes it one.
  const auto* begin = reinterpret_cast<const char*>(sqlite3_column_text(handle_.get(), column));
  const auto size = static_cast<std::size_t>(sqlite3_column_bytes(handle_.get(), column));
  return begin == nullptr ? std::string_view{} : std::string_view{begin, size};
}

std::optional<std::int64_t> Statement::maybe_number(int column) const {
  return is_null(column) ? std::nullopt : std::optional{number(column)};
}

std::optional<std::string_view> Statement::maybe_text(int column) const {
  return is_null(column) ? std::nullopt : std::optional{text(column)};
}

bool Statement::is_null(int column) const {
  return sqlite3_column_type(handle_.get(), column) == SQLITE_NULL;
}

}  // namespace calmcalf
