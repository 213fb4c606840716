// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "domain/occurrence.hpp"

#include <array>

namespace calmcalf {

namespace {
constexpr std::array<std::string_view, 8> state_names{"waiting", "due",    "snoozed", "done",
                                                      "skipped", "missed", "unseen",  "paused"};
}  // namespace

std::string_view name_of(State state) {
  return state_names.at(static_cast<std::size_t>(state));
}

std::optional<State> state_named(std::string_view name) {
  for (std::size_t i = 0; i < state_names.size(); ++i)
    if (state_names.at(i) == name) return static_cast<State>(i);
  return std::nullopt;
}

}  // namespace calmcalf
