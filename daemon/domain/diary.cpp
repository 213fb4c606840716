// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "domain/diary.hpp"

#include <algorithm>
#include <array>

namespace calmcalf {
namespace {

// Each in the order of its enumeration.
constexpr std::array<std::string_view, 3> side_names{"left", "right", "both"};
constexpr std::array<std::string_view, 5> muscle_names{"calf", "hamstring", "quadriceps", "foot", "other"};
constexpr std::array<std::string_view, 6> trigger_names{"exercise", "sitting",   "standing",
                                                        "sweating", "diarrhoea", "alcohol"};

template <typename Value, std::size_t count>
std::optional<Value> value_named(const std::array<std::string_view, count>& names, std::string_view name) {
  const auto found = std::ranges::find(names, name);
  if (found == names.end()) return std::nullopt;
  return static_cast<Value>(found - names.begin());
}

}  // namespace

std::string_view name_of(CrampSide side) {
  return side_names.at(static_cast<std::size_t>(side));
}
std::string_view name_of(Muscle muscle) {
  return muscle_names.at(static_cast<std::size_t>(muscle));
}
std::string_view name_of(Trigger trigger) {
  return trigger_names.at(static_cast<std::size_t>(trigger));
}

std::optional<CrampSide> cramp_side_named(std::string_view name) {
  return value_named<CrampSide>(side_names, name);
}
std::optional<Muscle> muscle_named(std::string_view name) {
  return value_named<Muscle>(muscle_names, name);
}
std::optional<Trigger> trigger_named(std::string_view name) {
  return value_named<Trigger>(trigger_names, name);
}

}  // namespace calmcalf
