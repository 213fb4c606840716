// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/cramp_words.hpp"

#include <string_view>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace calmcalf::cli {
namespace {

template <class Named>
std::string names_of(const std::vector<Named>& list) {
  std::vector<std::string_view> names;
  for (const auto one : list) names.push_back(name_of(one));
  return fmt::format("{}", fmt::join(names, ", "));
}

std::string place_of(const Cramp& cramp) {
  const auto muscle = cramp.muscle && *cramp.muscle != Muscle::other ? name_of(*cramp.muscle) : std::string_view{};
  if (!cramp.side) return std::string{muscle};
  if (*cramp.side == CrampSide::both) return muscle.empty() ? "both legs" : fmt::format("{}, both legs", muscle);
  return fmt::format("{} {}", name_of(*cramp.side), muscle.empty() ? "leg" : muscle);
}

}  // namespace

std::vector<std::string> cramp_in_words(const Cramp& cramp) {
  std::vector<std::string> words;
  if (auto place = place_of(cramp); !place.empty()) words.push_back(std::move(place));
  if (cramp.severity) words.push_back(fmt::format("severity {} of {}", *cramp.severity, Cramp::most_severe));
  if (cramp.minutes) words.push_back(fmt::format("{} minute{}", *cramp.minutes, *cramp.minutes == 1 ? "" : "s"));
  if (cramp.woke) words.emplace_back("woke you");
  if (!cramp.triggers.empty()) words.push_back("after " + names_of(cramp.triggers));
  if (!cramp.relief.empty()) words.push_back("tried " + names_of(cramp.relief));
  return words;
}

}  // namespace calmcalf::cli
