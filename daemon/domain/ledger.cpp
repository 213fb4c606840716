// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "domain/ledger.hpp"

#include <array>

namespace calmcalf {

namespace {
constexpr std::array<std::string_view, 6> source_names{"notification", "tray", "command", "bus", "service", "import"};
}  // namespace

std::string_view name_of(Source source) {
  return source_names.at(static_cast<std::size_t>(source));
}

std::optional<Source> source_named(std::string_view name) {
  for (std::size_t i = 0; i < source_names.size(); ++i)
    if (source_names.at(i) == name) return static_cast<Source>(i);
  return std::nullopt;
}

const Subject* subject_of(const Entry& entry) {
  return std::visit(
      [](const auto& body) -> const Subject* {
        if constexpr (requires { body.subject; })
          return &body.subject;
        else
          return nullptr;
      },
      entry.body);
}

std::optional<Night> night_of(const Entry& entry) {
  return std::visit(
      [](const auto& body) -> std::optional<Night> {
        if constexpr (requires { body.subject; })
          return body.subject.id.night;
        else if constexpr (requires { body.night; })
          return body.night;
        else
          return std::nullopt;
      },
      entry.body);
}

}  // namespace calmcalf
