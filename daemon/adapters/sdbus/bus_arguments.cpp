// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/sdbus/bus_arguments.hpp"

#include <limits>
#include <utility>

#include <fmt/format.h>

namespace calmcalf {

namespace {

constexpr const char* other_arguments = "the arguments are not those of this method";

void need_argument(int result) {
  if (!must_read(result)) throw BadArgument{other_arguments};
}

template <class Wire>
std::int64_t read_integer(sd_bus_message* message, char type) {
  Wire value{};
  need_argument(sd_bus_message_read_basic(message, type, &value));
  if (std::cmp_greater(value, std::numeric_limits<std::int64_t>::max())) throw BadArgument{"a number is too large"};
  return static_cast<std::int64_t>(value);
}

}  // namespace

bool must_read(int result) {
  if (result < 0) throw BadArgument{other_arguments};
  return result > 0;
}

std::string read_text(sd_bus_message* message) {
  const char* text = nullptr;
  need_argument(sd_bus_message_read_basic(message, SD_BUS_TYPE_STRING, &text));
  return text;
}

std::int64_t read_number(sd_bus_message* message) {
  return read_integer<std::int64_t>(message, SD_BUS_TYPE_INT64);
}

std::vector<std::string> read_texts(sd_bus_message* message) {
  std::vector<std::string> texts;
  need_argument(sd_bus_message_enter_container(message, SD_BUS_TYPE_ARRAY, "s"));
  const char* text = nullptr;
  while (sd_bus_message_read_basic(message, SD_BUS_TYPE_STRING, &text) > 0) texts.emplace_back(text);
  need_argument(sd_bus_message_exit_container(message));
  return texts;
}

BusOptions::BusOptions(sd_bus_message* message) {
  need_argument(sd_bus_message_enter_container(message, SD_BUS_TYPE_ARRAY, "{sv}"));
  while (sd_bus_message_enter_container(message, SD_BUS_TYPE_DICT_ENTRY, "sv") > 0) {
    auto name = read_text(message);
    auto value = read_value(message, name);
    values_.insert_or_assign(std::move(name), std::move(value));
    need_argument(sd_bus_message_exit_container(message));
  }
  need_argument(sd_bus_message_exit_container(message));
}

BusOptions::Value BusOptions::read_value(sd_bus_message* message, const std::string& name) {
  const char* contents = nullptr;
  char type = 0;
  need_argument(sd_bus_message_peek_type(message, &type, &contents));
  const std::string of_type{contents};
  need_argument(sd_bus_message_enter_container(message, SD_BUS_TYPE_VARIANT, contents));
  Value value;
  if (of_type == "s")
    value = calmcalf::read_text(message);
  else if (of_type == "as")
    value = calmcalf::read_texts(message);
  else if (of_type == "b")
    value = read_integer<int>(message, SD_BUS_TYPE_BOOLEAN) != 0;
  else if (of_type == "y")
    value = read_integer<std::uint8_t>(message, SD_BUS_TYPE_BYTE);
  else if (of_type == "n")
    value = read_integer<std::int16_t>(message, SD_BUS_TYPE_INT16);
  else if (of_type == "q")
    value = read_integer<std::uint16_t>(message, SD_BUS_TYPE_UINT16);
  else if (of_type == "i")
    value = read_integer<std::int32_t>(message, SD_BUS_TYPE_INT32);
  else if (of_type == "u")
    value = read_integer<std::uint32_t>(message, SD_BUS_TYPE_UINT32);
  else if (of_type == "x")
    value = read_integer<std::int64_t>(message, SD_BUS_TYPE_INT64);
  else if (of_type == "t")
    value = read_integer<std::uint64_t>(message, SD_BUS_TYPE_UINT64);
  else
    throw BadArgument{fmt::format("the option \"{}\" cannot be of type {}", name, of_type)};
  need_argument(sd_bus_message_exit_container(message));
  return value;
}

template <class T>
std::optional<T> BusOptions::take(const std::string& name, const char* type) {
  const auto found = values_.extract(name);
  if (found.empty()) return std::nullopt;
  if (auto* value = std::get_if<T>(&found.mapped())) return std::move(*value);
  throw BadArgument{fmt::format("the option \"{}\" has to be {}", name, type)};
}

std::optional<std::string> BusOptions::text(const std::string& name) {
  return take<std::string>(name, "a string");
}

std::optional<std::int64_t> BusOptions::number(const std::string& name) {
  return take<std::int64_t>(name, "a whole number");
}

std::optional<bool> BusOptions::boolean(const std::string& name) {
  return take<bool>(name, "a boolean");
}

std::optional<std::vector<std::string>> BusOptions::texts(const std::string& name) {
  return take<std::vector<std::string>>(name, "a list of strings");
}

void BusOptions::finish() const {
  if (values_.empty()) return;
  throw BadArgument{fmt::format("this method has no option \"{}\"", values_.begin()->first)};
}

}  // namespace calmcalf
