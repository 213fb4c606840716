// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "fuzz/bus_text.hpp"

#include <charconv>
#include <cstdint>
#include <span>
#include <string>

namespace calmcalf::fuzz {
namespace {

std::int64_t number_in(std::string_view text) {
  std::int64_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

bool append_basic(sd_bus_message* to, char type, std::string_view text) {
  const std::string terminated{text};
  const std::int64_t number = number_in(text);
  switch (type) {
    case 's':
    case 'o':
    case 'g':
      return sd_bus_message_append_basic(to, type, terminated.c_str()) >= 0;
    case 'y':
    case 'n':
    case 'q':
    case 'i':
    case 'u':
    case 'x':
    case 't':  // all of them lie at the beginning of the number: little endian, as every machine that we know
      return sd_bus_message_append_basic(to, type, &number) >= 0;
    case 'b': {
      const int flag = number != 0 ? 1 : 0;
      return sd_bus_message_append_basic(to, type, &flag) >= 0;
    }
    case 'd': {
      const auto real = static_cast<double>(number);
      return sd_bus_message_append_basic(to, type, &real) >= 0;
    }
    default:
      return false;
  }
}

bool append(sd_bus_message* to, std::string_view text);

bool append_list(sd_bus_message* to, std::string_view type, std::string_view values) {
  const std::string element{type};
  if (element.size() != 1 || sd_bus_message_open_container(to, SD_BUS_TYPE_ARRAY, element.c_str()) < 0) return false;
  if (!values.empty())
    for (const auto value : split(values, ','))
      if (element == "v" ? !append(to, "v s " + std::string{value}) : !append_basic(to, element.front(), value))
        return false;
  return sd_bus_message_close_container(to) >= 0;
}

/// "TYPE VALUE".
bool append(sd_bus_message* to, std::string_view text) {
  const auto type = text.substr(0, text.find(' '));
  const auto value = text.substr(std::min(type.size() + 1, text.size()));
  if (type == "v") {
    const std::string inner{value.substr(0, value.find(' '))};
    return sd_bus_message_open_container(to, SD_BUS_TYPE_VARIANT, inner.c_str()) >= 0 && append(to, value) &&
           sd_bus_message_close_container(to) >= 0;
  }
  if (type.size() == 2 && type.front() == 'a') return append_list(to, type.substr(1), value);
  return type.size() == 1 && append_basic(to, type.front(), value);
}

bool append_option(sd_bus_message* to, std::string_view text) {
  const auto name = text.substr(0, text.find('='));
  const auto value = "v " + std::string{text.substr(std::min(name.size() + 1, text.size()))};
  return sd_bus_message_open_container(to, SD_BUS_TYPE_DICT_ENTRY, "sv") >= 0 && append_basic(to, 's', name) &&
         append(to, value) && sd_bus_message_close_container(to) >= 0;
}

bool append_options(sd_bus_message* to, std::span<const std::string_view> texts) {
  if (sd_bus_message_open_container(to, SD_BUS_TYPE_ARRAY, "{sv}") < 0) return false;
  for (const auto text : texts)
    if (text != "{}" && !append_option(to, text)) return false;
  return sd_bus_message_close_container(to) >= 0;
}

bool begins_options(std::string_view text) {
  return text == "{}" || text.substr(0, text.find(' ')).find('=') != std::string_view::npos;
}

}  // namespace

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const auto end = text.find(separator);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

bool append_arguments(sd_bus_message* to, const std::vector<std::string_view>& texts) {
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (begins_options(texts[i])) return append_options(to, std::span{texts}.subspan(i));
    if (!append(to, texts[i])) return false;
  }
  return true;
}

}  // namespace calmcalf::fuzz
