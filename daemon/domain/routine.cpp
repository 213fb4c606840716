// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "domain/routine.hpp"

#include <algorithm>
#include <string_view>

namespace calmcalf {
namespace {

constexpr std::array<std::string_view, 11> caution_names{
    "fluid-limit", "potassium", "neuropathy",    "pregnancy", "artery-disease", "clot",
    "balance",     "injury",    "anticoagulant", "stomach",   "kidney",
};

}  // namespace

bool is_step_id(std::string_view text) {
  constexpr std::size_t longest = 64;
  const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
  return !text.empty() && text.size() <= longest && std::ranges::all_of(text, fits);
}

Duration Guide::length() const {
  const auto holds = rounds * static_cast<Duration::rep>(sides.empty() ? 1 : sides.size());
  return holds * hold + (holds - 1) * rest;
}

const Step* Routine::find(const StepId& id) const {
  const auto found = std::ranges::find_if(steps, [&](const Step& step) { return step.id == id; });
  return found == steps.end() ? nullptr : &*found;
}

std::string_view name_of(Caution caution) {
  return caution_names.at(static_cast<std::size_t>(caution));
}

std::optional<Caution> caution_named(std::string_view name) {
  const auto found = std::ranges::find(caution_names, name);
  if (found == caution_names.end()) return std::nullopt;
  return static_cast<Caution>(found - caution_names.begin());
}

std::string_view name_of(Side side) {
  return side == Side::left ? "left" : "right";
}

}  // namespace calmcalf
