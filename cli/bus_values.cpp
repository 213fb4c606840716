// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/bus_values.hpp"

#include <cerrno>
#include <cstdint>
#include <string>
#include <system_error>

#include "language/tr.hpp"

namespace calmcalf::cli {
namespace {

using Json = nlohmann::ordered_json;

int need(int result) {
  if (result < 0) throw std::system_error{-result, std::generic_category(), tr("a message of the session bus")};
  return result;
}

/// The bus's type for a value.
const char* type_of(const Json& value) {
  if (value.is_string()) return "s";
  if (value.is_boolean()) return "b";
  if (value.is_number_integer()) return "x";
  return value.is_array() ? "as" : "a{sv}";
}

template <class Wire>
Json read_basic(sd_bus_message* from, char type) {
  Wire value{};
  need(sd_bus_message_read_basic(from, type, &value));
  return value;
}

Json read_container(sd_bus_message* from, char type, const std::string& contents) {
  const bool is_object = type == SD_BUS_TYPE_ARRAY && contents.starts_with("{s");
  auto out = is_object ? Json::object() : Json::array();
  need(sd_bus_message_enter_container(from, type, contents.c_str()));
  while (sd_bus_message_at_end(from, 0) == 0) {
    if (!is_object) {
      out.push_back(read_value(from));
      continue;
    }
    need(sd_bus_message_enter_container(from, SD_BUS_TYPE_DICT_ENTRY, contents.substr(1, contents.size() - 2).c_str()));
    const auto key = read_value(from).get<std::string>();
    out[key] = read_value(from);
    need(sd_bus_message_exit_container(from));
  }
  need(sd_bus_message_exit_container(from));
  return out;
}

Json read_variant(sd_bus_message* from, const char* contents) {
  need(sd_bus_message_enter_container(from, SD_BUS_TYPE_VARIANT, contents));
  auto value = read_value(from);
  need(sd_bus_message_exit_container(from));
  return value;
}

}  // namespace

void append_value(sd_bus_message* to, const Json& value) {
  if (value.is_string()) {
    need(sd_bus_message_append_basic(to, SD_BUS_TYPE_STRING, value.get_ref<const std::string&>().c_str()));
  } else if (value.is_boolean()) {
    const int flag = value.get<bool>() ? 1 : 0;
    need(sd_bus_message_append_basic(to, SD_BUS_TYPE_BOOLEAN, &flag));
  } else if (value.is_number_integer()) {
    const auto number = value.get<std::int64_t>();
    need(sd_bus_message_append_basic(to, SD_BUS_TYPE_INT64, &number));
  } else if (value.is_array()) {
    need(sd_bus_message_open_container(to, SD_BUS_TYPE_ARRAY, "s"));
    for (const auto& item : value) append_value(to, item);
    need(sd_bus_message_close_container(to));
  } else {
    need(sd_bus_message_open_container(to, SD_BUS_TYPE_ARRAY, "{sv}"));
    for (const auto& [key, item] : value.items()) {
      need(sd_bus_message_open_container(to, SD_BUS_TYPE_DICT_ENTRY, "sv"));
      append_value(to, key);
      need(sd_bus_message_open_container(to, SD_BUS_TYPE_VARIANT, type_of(item)));
      append_value(to, item);
      need(sd_bus_message_close_container(to));
      need(sd_bus_message_close_container(to));
    }
    need(sd_bus_message_close_container(to));
  }
}

Json read_value(sd_bus_message* from) {
  const char* contents = nullptr;
  char type = 0;
  if (need(sd_bus_message_peek_type(from, &type, &contents)) == 0) need(-EBADMSG);
  switch (type) {
    case SD_BUS_TYPE_STRING:
    case SD_BUS_TYPE_OBJECT_PATH:
    case SD_BUS_TYPE_SIGNATURE:
      return read_basic<const char*>(from, type);
    case SD_BUS_TYPE_BOOLEAN:
      return read_basic<int>(from, type) != 0;
    case SD_BUS_TYPE_BYTE:
      return read_basic<std::uint8_t>(from, type);
    case SD_BUS_TYPE_INT16:
      return read_basic<std::int16_t>(from, type);
    case SD_BUS_TYPE_UINT16:
      return read_basic<std::uint16_t>(from, type);
    case SD_BUS_TYPE_INT32:
      return read_basic<std::int32_t>(from, type);
    case SD_BUS_TYPE_UINT32:
      return read_basic<std::uint32_t>(from, type);
    case SD_BUS_TYPE_INT64:
      return read_basic<std::int64_t>(from, type);
    case SD_BUS_TYPE_UINT64:
      return read_basic<std::uint64_t>(from, type);
    case SD_BUS_TYPE_DOUBLE:
      return read_basic<double>(from, type);
    case SD_BUS_TYPE_VARIANT:
      return read_variant(from, contents);
    default:
      return read_container(from, type, contents);
  }
}

}  // namespace calmcalf::cli
