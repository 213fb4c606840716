// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "domain/ledger.hpp"

#include <array>

namespace calmcalf {

namespace {
constexpr std::array<std::string_view, 6> source_names{"notification", "tray", "command", "bus", "service", "import"};
constexpr std::array<std::string_view, 3> showing_names{"first", "repeat", "again"};

template <typename... Bodies>
std::optional<entry::Body> body_of_kind(std::string_view kind, const std::variant<Bodies...>* /*alternatives*/) {
  std::optional<entry::Body> body;
  static_cast<void>(((kind == Bodies::kind && (body = Bodies{}, true)) || ...));
  return body;
}
}  // namespace

std::string_view name_of(Source source) {
  return source_names.at(static_cast<std::size_t>(source));
}

std::optional<Source> source_named(std::string_view name) {
  for (std::size_t i = 0; i < source_names.size(); ++i)
    if (source_names.at(i) == name) return static_cast<Source>(i);
  return std::nullopt;
}

std::string_view kind_of(const Entry& entry) {
  return std::visit([](const auto& body) { return body.kind; }, entry.body);
}

std::optional<entry::Body> body_of_kind(std::string_view kind) {
  return body_of_kind(kind, static_cast<const entry::Body*>(nullptr));
}

std::string_view name_of(entry::Shown::Why why) {
  return showing_names.at(static_cast<std::size_t>(why));
}

std::optional<entry::Shown::Why> showing_named(std::string_view name) {
  for (std::size_t i = 0; i < showing_names.size(); ++i)
    if (showing_names.at(i) == name) return static_cast<entry::Shown::Why>(i);
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
