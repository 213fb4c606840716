// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace calmcalf {

/// Environment variables, as a value.
class Environment {
 public:
  using Variables = std::map<std::string, std::string, std::less<>>;

  explicit Environment(Variables variables) : variables_{std::move(variables)} {}

  /// A HOME that is not set is taken from the user database.
  [[nodiscard]] static Environment of_this_process();

  /// None where it is not set, or empty.
  [[nodiscard]] std::optional<std::string> find(std::string_view name) const;

 private:
  Variables variables_;
};

}  // namespace calmcalf
