// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
//
// Rows of the history as a database may hold them that this program has not written: eleven columns, a line each, `-`
// where there is nothing; the last, which is JSON, may go on for lines.
#include <charconv>
#include <cstdint>
#include <optional>
#include <string>

#include "adapters/interchange/csv_history.hpp"
#include "adapters/interchange/json_history.hpp"
#include "adapters/sqlite/entry_row.hpp"
#include "domain/statistics.hpp"
#include "fuzz/target.hpp"

namespace calmcalf::fuzz {
namespace {

class Columns {
 public:
  explicit Columns(std::string_view text) : rest_{text} {}

  std::optional<std::string_view> next() {
    const auto line = rest_.substr(0, rest_.find('\n'));
    rest_.remove_prefix(std::min(line.size() + 1, rest_.size()));
    return line == "-" ? std::nullopt : std::optional{line};
  }

  std::optional<std::int64_t> number() {
    const auto text = next();
    if (!text) return std::nullopt;
    std::int64_t number = 0;
    std::from_chars(text->data(), text->data() + text->size(), number);
    return number;
  }

  std::optional<std::string> rest() { return rest_ == "-" ? std::nullopt : std::optional{std::string{rest_}}; }

 private:
  std::string_view rest_;
};

EntryRow row_of(std::string_view text) {
  Columns columns{text};
  EntryRow row;
  row.at = columns.number().value_or(0);
  row.utc_offset = columns.number().value_or(0);
  row.source = columns.next().value_or("");
  row.kind = columns.next().value_or("");
  row.night = columns.number().value_or(0);
  row.step = columns.next();
  row.number = columns.number();
  row.due = columns.number();
  row.due_offset = columns.number();
  row.how = columns.next();
  row.detail = columns.rest();
  return row;
}

}  // namespace

void try_rows(std::string_view bytes) {
  const auto entry = to_entry(row_of(bytes));
  if (!entry) return;
  must_hold(to_entry(to_row(*entry)) == entry, "an entry that is written reads back");
  const IdentifiedEntry identified{"019aaaaa-0000-7000-8000-000000000001", *entry};
  const auto ignore = [](std::string_view /*piece*/) {};
  interchange::write_csv({&identified, 1}, ignore);
  interchange::write_json({&identified, 1}, ignore);
  static_cast<void>(statistics_of(Standing{Ledger{*entry}}));
}

}  // namespace calmcalf::fuzz
