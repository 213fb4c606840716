// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/sqlite/transaction.hpp"

#include <sqlite3.h>

#include "adapters/sqlite/connection.hpp"

namespace calmcalf {

Transaction::Transaction(const Connection& connection) : connection_{connection} {
  connection.execute("BEGIN IMMEDIATE");
}

Transaction::~Transaction() {
  // SQLite has rolled back by itself after some failures; then this one says so, which is of no interest.
  if (open_) sqlite3_exec(connection_.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void Transaction::commit() {
  connection_.execute("COMMIT");
  open_ = false;
}

}  // namespace calmcalf
