// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/cramp_words.hpp"

#include <array>
#include <string_view>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "domain/tr_noop.hpp"
#include "language/tr.hpp"
#include "language/words.hpp"

namespace calmcalf::cli {
namespace {

/// By muscle, and then by side, in the order of their values.
using Places = std::array<std::array<std::string_view, 3>, 5>;
constexpr Places places{{
    {tr_noop("left calf"), tr_noop("right calf"), tr_noop("calf, both legs")},
    {tr_noop("left hamstring"), tr_noop("right hamstring"), tr_noop("hamstring, both legs")},
    {tr_noop("left quadriceps"), tr_noop("right quadriceps"), tr_noop("quadriceps, both legs")},
    {tr_noop("left foot"), tr_noop("right foot"), tr_noop("foot, both legs")},
    {tr_noop("left leg"), tr_noop("right leg"), tr_noop("both legs")},
}};

template <class Named>
std::string list_in_words(const std::vector<Named>& list) {
  std::vector<std::string> words;
  for (const auto one : list) words.push_back(in_words(one));
  return fmt::format("{}", fmt::join(words, ", "));
}

std::string place_of(const Cramp& cramp) {
  const auto muscle = cramp.muscle.value_or(Muscle::other);
  if (!cramp.side) return muscle == Muscle::other ? std::string{} : in_words(muscle);
  return tr(places.at(static_cast<std::size_t>(muscle)).at(static_cast<std::size_t>(*cramp.side)));
}

}  // namespace

std::vector<std::string> cramp_in_words(const Cramp& cramp) {
  std::vector<std::string> words;
  if (auto place = place_of(cramp); !place.empty()) words.push_back(std::move(place));
  if (cramp.severity) words.push_back(tr("severity {} of {}", *cramp.severity, Cramp::most_severe));
  if (cramp.minutes) words.push_back(tr_plural("{} minute", "{} minutes", *cramp.minutes));
  // TRANSLATORS: of a cramp
  if (cramp.woke) words.push_back(tr("woke you"));
  // TRANSLATORS: what came before a cramp: "after exercise, sitting"
  if (!cramp.triggers.empty()) words.push_back(tr("after {}", list_in_words(cramp.triggers)));
  // TRANSLATORS: what was tried against a cramp: "tried stretch, walk"
  if (!cramp.relief.empty()) words.push_back(tr("tried {}", list_in_words(cramp.relief)));
  return words;
}

}  // namespace calmcalf::cli
