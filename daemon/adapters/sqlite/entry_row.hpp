// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "domain/ledger.hpp"

namespace calmcalf {

/// An entry as the columns of its table, without the id. Names are not kept here: they are this program's own, or stay
/// with the statement that they were read from.
struct EntryRow {
  std::int64_t at = 0;
  std::int64_t utc_offset = 0;
  std::string_view source;
  std::string_view kind;
  std::int64_t night = 0;
  std::optional<std::string> step;
  std::optional<std::int64_t> number;
  std::optional<std::int64_t> due;
  std::optional<std::int64_t> due_offset;
  std::optional<std::string_view> how;
  std::optional<std::string> detail;
};

[[nodiscard]] EntryRow to_row(const Entry& entry);

/// None where the row says what no Calmcalf has written.
[[nodiscard]] std::optional<Entry> to_entry(const EntryRow& row);

[[nodiscard]] std::int64_t day_number(Night night);

}  // namespace calmcalf
