// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/toml/sections.hpp"

namespace calmcalf::toml_file {
namespace {

/// In the order of the enumeration, whose last is `kidney`.
std::vector<std::string_view> caution_names() {
  std::vector<std::string_view> names;
  for (int index = 0; index <= static_cast<int>(Caution::kidney); ++index) {
    names.push_back(name_of(static_cast<Caution>(index)));
  }
  return names;
}

}  // namespace

std::vector<Caution> read_profile(Section& file) {
  auto profile = file.table("profile");
  if (!profile) return {};
  std::vector<Caution> cautions;
  if (const auto chosen = profile->choices("cautions", caution_names())) {
    for (const std::size_t index : *chosen) cautions.push_back(static_cast<Caution>(index));
  }
  profile->finish();
  return cautions;
}

}  // namespace calmcalf::toml_file
