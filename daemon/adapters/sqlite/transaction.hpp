// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once

namespace calmcalf {

class Connection;

/// A transaction that writes: all of it or, unless committed, nothing. It holds the right to write from the beginning,
/// so that being refused it is the first thing that happens.
class Transaction {
 public:
  explicit Transaction(const Connection& connection);
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  ~Transaction();

  /// On disk when this returns.
  void commit();

 private:
  const Connection& connection_;
  bool open_ = true;
};

}  // namespace calmcalf
