// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT

#include "adapters/interchange/csv_history.hpp"

#include <algorithm>
#include <array>

#include "adapters/interchange/csv_rows.hpp"
#include "adapters/interchange/entry_reading.hpp"
#include "language/tr.hpp"

namespace calmcalf::interchange {

namespace {

constexpr std::string_view end_of_row = "\r\n";

void append_value(std::string& row, std::string_view value) {
  if (value.find_first_of(",\"\r\n") == std::string_view::npos) {
    row += value;
    return;
  }
  row += '"';
  for (const char character : value) {
    if (character == '"') row += '"';
    row += character;
  }
  row += '"';
}

/// The columns that no entry does without: what has them all is ours.
constexpr std::array needed{Field::id, Field::at, Field::source, Field::kind};

std::string header() {
  std::string row;
  for (const auto& field : field_traits) {
    if (!row.empty()) row += ',';
    row += field.name;
  }
  return row;
}

/// Which column is which; none where this is no history, and the collector knows why.
std::optional<std::vector<Field>> columns_in(const CsvRow& row, EntryCollector& collector) {
  for (const auto field : needed) {
    if (std::ranges::find(row.values, column_name(field)) != row.values.end()) continue;
    collector.refuse_file(row.line, tr("this is no history that Calmcalf exported; name a file that calmcalf export "
                                       "wrote, which begins with \"{}\"",
                                       header()));
    return std::nullopt;
  }
  std::vector<Field> columns;
  for (const auto& name : row.values) {
    const auto field = field_named(name);
    if (!field)
      collector.refuse_file(
          row.line, tr("the column {} is not known here; was it written by a newer Calmcalf?", in_quotes(name)));
    else if (std::ranges::find(columns, *field) != columns.end())
      collector.refuse_file(row.line, tr("the column {} is there twice; keep one", name));
    else
      columns.push_back(*field);
  }
  return columns.size() == row.values.size() ? std::optional{std::move(columns)} : std::nullopt;
}

void read_entries(CsvRows& rows, const std::vector<Field>& columns, EntryCollector& collector) {
  while (const auto* row = rows.next()) {
    if (row->values.size() != columns.size()) {
      collector.refuse_entry(row->line, tr("has {} values; the header names {}", row->values.size(), columns.size()));
      continue;
    }
    EntryFields fields;
    for (std::size_t i = 0; i < columns.size(); ++i) fields[columns[i]] = row->values[i];
    collector.add(row->line, fields);
  }
}

}  // namespace

void write_csv(std::span<const IdentifiedEntry> entries, const TextSink& sink) {
  sink(header().append(end_of_row));
  std::string row;
  for (const auto& entry : entries) {
    const auto fields = fields_of(entry);
    row.clear();
    for (std::size_t i = 0; i < field_traits.size(); ++i) {
      if (i > 0) row += ',';
      append_value(row, fields[static_cast<Field>(i)]);
    }
    sink(row.append(end_of_row));
  }
}

void read_csv(TextSource& source, EntryCollector& collector) {
  CsvRows rows{source};
  if (const auto* first = rows.next()) {
    if (const auto columns = columns_in(*first, collector)) read_entries(rows, *columns, collector);
  }
  if (const auto& fault = rows.fault()) collector.refuse_file(fault->line, fault->text);
}

}  // namespace calmcalf::interchange
