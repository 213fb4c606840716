// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

#include "cli/output.hpp"

namespace calmcalf::cli {

/// A value in one line. What is not UTF-8 becomes U+FFFD.
[[nodiscard]] std::string json_text(const nlohmann::ordered_json& value);

/// A string as JSON writes it, in its quotes.
[[nodiscard]] std::string json_string(std::string_view text);

/// Prints an array, an element a line, as they come.
class JsonArray {
 public:
  explicit JsonArray(Output& out) : out_{out} {}

  /// `element` is JSON.
  void add(std::string_view element);

  /// Must be called once, after the last element.
  void close();

 private:
  Output& out_;
  bool is_empty_ = true;
};

}  // namespace calmcalf::cli
