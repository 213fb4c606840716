// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

struct sqlite3_stmt;

namespace calmcalf {

class Connection;

/// A prepared statement of a connection, which must outlive it. Parameters count from 1, columns from 0.
class Statement {
 public:
  Statement(const Connection& connection, std::string_view text);

  void bind(int parameter, std::int64_t number);
  void bind(int parameter, std::string_view text);
  template <typename Value>
  void bind(int parameter, const std::optional<Value>& value) {
    value ? bind(parameter, *value) : bind_nothing(parameter);
  }

  /// Goes to the next row; false: there is none.
  bool step();

  /// For a statement without rows: runs it and makes it ready to be bound and run again.
  void run();

  [[nodiscard]] std::int64_t number(int column) const;
  [[nodiscard]] std::optional<std::int64_t> maybe_number(int column) const;

  /// Until the next row.
  [[nodiscard]] std::string_view text(int column) const;
  [[nodiscard]] std::optional<std::string_view> maybe_text(int column) const;

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* handle) const noexcept;
  };

  void bind_nothing(int parameter);
  [[nodiscard]] bool is_null(int column) const;

  const Connection& connection_;
  std::unique_ptr<sqlite3_stmt, Finalize> handle_;
};

}  // namespace calmcalf
