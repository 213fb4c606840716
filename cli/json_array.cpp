// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/json_array.hpp"

#include <nlohmann/json.hpp>

namespace calmcalf::cli {

std::string json_text(const nlohmann::ordered_json& value) {
  return value.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

std::string json_string(std::string_view text) {
  return json_text(text);
}

void JsonArray::add(std::string_view element) {
  out_.write(is_empty_ ? "[\n" : ",\n");
  out_.write(element);
  is_empty_ = false;
}

void JsonArray::close() {
  out_.write(is_empty_ ? "[]\n" : "\n]\n");
}

}  // namespace calmcalf::cli
