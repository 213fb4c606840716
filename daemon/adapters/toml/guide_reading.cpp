// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include <utility>

#include "adapters/toml/sections.hpp"

namespace calmcalf::toml_file {
namespace {

constexpr IntegerRange rounds{1, 100};
constexpr DurationRange holds{std::chrono::seconds{1}, std::chrono::hours{1}};
constexpr DurationRange rests{Duration::zero(), std::chrono::hours{1}};
constexpr std::array<std::string_view, 2> side_names{"left", "right"};  // in the order of the enumeration

std::vector<Side> to_sides(const std::vector<std::size_t>& chosen) {
  std::vector<Side> sides;
  for (const std::size_t index : chosen) sides.push_back(static_cast<Side>(index));
  return sides;
}

}  // namespace

std::optional<Guide> read_guide(Section& step, const CatalogueStep* known) {
  const Guide* usual = known != nullptr && known->guide ? &*known->guide : nullptr;
  auto table = step.inline_table("guide", "guide = { rounds = 3, hold = \"10s\", rest = \"10s\" }");
  Guide guide = usual == nullptr ? Guide{} : *usual;
  if (!table) return usual == nullptr ? std::nullopt : std::optional{std::move(guide)};
  guide.rounds = table->integer("rounds", rounds).value_or(guide.rounds);
  if (usual == nullptr && !table->has("hold")) table->missing("hold", "hold = \"10s\"");
  guide.hold = table->duration("hold", holds).value_or(guide.hold);
  guide.rest = table->duration("rest", rests).value_or(guide.rest);
  if (const auto sides = table->choices("sides", side_names)) guide.sides = to_sides(*sides);
  table->finish();
  return guide;
}

}  // namespace calmcalf::toml_file
