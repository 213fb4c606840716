// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "domain/popup.hpp"

#include <charconv>

#include "domain/iso8601.hpp"

namespace calmcalf {

namespace {
constexpr std::string_view prefix = "step/";
}  // namespace

bool say_the_same(const Popup& one, const Popup& other) {
  const auto is_same_night = one.night == other.night || one.kind == Popup::Kind::schedule_mistake;
  return one.kind == other.kind && is_same_night && one.steps == other.steps && one.mistakes == other.mistakes &&
         one.guided == other.guided && one.guide == other.guide && one.page == other.page &&
         one.question == other.question && one.cramp == other.cramp;
}

std::string popup_key(const OccurrenceId& id) {
  return std::string{prefix} + id.step.text + '/' + to_iso(id.night) + '/' + std::to_string(id.number);
}

std::optional<OccurrenceId> occurrence_of_key(std::string_view key) {
  if (!key.starts_with(prefix)) return std::nullopt;
  key.remove_prefix(prefix.size());
  const auto first = key.find('/');
  const auto second = key.find('/', first + 1);
  if (first == std::string_view::npos || second == std::string_view::npos) return std::nullopt;
  const auto night = parse_night(key.substr(first + 1, second - first - 1));
  const auto digits = key.substr(second + 1);
  int number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (!night || error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
  return OccurrenceId{*night, {std::string{key.substr(0, first)}}, number};
}

}  // namespace calmcalf
