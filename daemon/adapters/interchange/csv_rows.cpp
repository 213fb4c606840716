// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT

#include "adapters/interchange/csv_rows.hpp"

#include <string_view>
#include <utility>

#include "language/tr.hpp"

namespace calmcalf::interchange {

namespace {

/// Longer than any note: a quote that is never closed shall not read the whole file into memory.
constexpr std::size_t longest_value = std::size_t{1024} * 1024;
constexpr std::size_t most_values = 1000;

constexpr std::string_view cut_off = tr_noop("the file ends within this row: it was cut off; export it again");

}  // namespace

bool CsvRows::is_too_long(const std::string& value) const {
  return value.size() > longest_value || row_.values.size() > most_values;
}

CsvRows::End CsvRows::give_up(std::size_t line, std::string why) {
  fault_ = Fault{line, std::move(why)};
  return End::fault;
}

CsvRows::End CsvRows::after_carriage_return() {
  if (source_.next() == '\n') return End::row;
  return give_up(row_.line,
                 tr("a carriage return stands alone; rows end with LF or CRLF, and text that has one is quoted"));
}

CsvRows::End CsvRows::read_plain(std::string& value) {
  while (const auto character = source_.next()) {
    switch (*character) {
      case ',':
        return End::comma;
      case '\n':
        return End::row;
      case '\r':
        return after_carriage_return();
      case '"':
        return give_up(row_.line, tr("a quote stands within a value; put the value in quotes, and each quote twice"));
      default:
        value += *character;
    }
    if (is_too_long(value)) return give_up(row_.line, tr("this row is too long to be of a history"));
  }
  return give_up(row_.line, tr(cut_off));
}

CsvRows::End CsvRows::read_quoted(std::string& value) {
  source_.next();
  while (const auto character = source_.next()) {
    if (*character != '"') {
      value += *character;
    } else if (source_.peek() == '"') {
      value += '"';
      source_.next();
    } else {
      const auto after = source_.next();
      if (after == ',') return End::comma;
      if (after == '\n') return End::row;
      if (after == '\r') return after_carriage_return();
      return after
                 ? give_up(row_.line, tr("something follows a closing quote; a quote within a value is written twice"))
                 : give_up(row_.line, tr(cut_off));
    }
    if (is_too_long(value)) return give_up(row_.line, tr("a quote that opens here is not closed"));
  }
  return give_up(row_.line, tr(cut_off));
}

CsvRows::End CsvRows::read_value(std::string& value) {
  return source_.peek() == '"' ? read_quoted(value) : read_plain(value);
}

const CsvRow* CsvRows::next() {
  while (!fault_ && source_.peek()) {
    row_.line = source_.line();
    row_.values.clear();
    auto end = End::comma;
    while (end == End::comma) end = read_value(row_.values.emplace_back());
    if (end == End::fault) return nullptr;
    const bool is_blank = row_.values.size() == 1 && row_.values.front().empty();
    if (!is_blank) return &row_;
  }
  return nullptr;
}

}  // namespace calmcalf::interchange
