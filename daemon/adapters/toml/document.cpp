// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/toml/document.hpp"

#include <algorithm>
#include <utility>

#include <toml++/toml.h>

#include "adapters/toml/characters.hpp"

namespace calmcalf::toml_file {
namespace {

Position begin_of(const toml::source_region& region) {
  return {static_cast<int>(region.begin.line), static_cast<int>(region.begin.column)};
}

Night to_night(const toml::date& date) {
  return {std::chrono::local_days{std::chrono::year{date.year} / date.month / date.day}};
}

WrittenTime to_time(const toml::time& time) {
  return {{std::chrono::hours{time.hour} + std::chrono::minutes{time.minute} + std::chrono::seconds{time.second}},
          time.nanosecond == 0};
}

decltype(Value::content) to_text(const std::string& text) {
  if (text == unreadable_mark) return Unreadable{};
  return text;
}

Table to_table(const toml::table& table);
Array to_array(const toml::array& array);

Value to_value(const toml::node& node) {
  Value value{begin_of(node.source()), {}};
  if (const auto* text = node.as_string()) value.content = to_text(text->get());
  if (const auto* integer = node.as_integer()) value.content = integer->get();
  if (const auto* number = node.as_floating_point()) value.content = number->get();
  if (const auto* flag = node.as_boolean()) value.content = flag->get();
  if (const auto* date = node.as_date()) value.content = to_night(date->get());
  if (const auto* time = node.as_time()) value.content = to_time(time->get());
  if (node.is_date_time()) value.content = WrittenDateTime{};
  if (const auto* array = node.as_array()) value.content = to_array(*array);
  if (const auto* table = node.as_table()) value.content = to_table(*table);
  return value;
}

Array to_array(const toml::array& array) {
  Array values;
  values.reserve(array.size());
  for (const toml::node& node : array) values.push_back(to_value(node));
  return values;
}

Table to_table(const toml::table& table) {
  Table fields;
  fields.reserve(table.size());
  for (const auto& [key, node] : table) {
    fields.push_back({std::string{key.str()}, begin_of(key.source()), to_value(node)});
  }
  return fields;
}

/// The parser puts some mistakes one past the end of their line.
Position within(std::string_view text, Position at) {
  for (int line = 1; line < at.line; ++line) text.remove_prefix(std::min(text.find('\n'), text.size() - 1) + 1);
  const auto length = count_characters(text.substr(0, text.find_first_of("\r\n")));
  return {at.line, std::min(at.column, static_cast<int>(length) + 1)};
}

}  // namespace

std::variant<Table, SyntaxError> parse_document(std::string_view text) {
  const toml::parse_result result = toml::parse(text);
  if (result) return to_table(result.table());
  const toml::parse_error& error = result.error();
  return SyntaxError{within(text, begin_of(error.source())), std::string{error.description()}};
}

}  // namespace calmcalf::toml_file
