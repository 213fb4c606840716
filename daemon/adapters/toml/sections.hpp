// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <array>
#include <bitset>
#include <optional>
#include <string_view>
#include <vector>

#include "adapters/toml/section.hpp"
#include "domain/catalogue.hpp"
#include "domain/routine.hpp"

namespace calmcalf::toml_file {

// One function for each part of a schedule: given the section that the part stands in, it reads it, notes what is
// wrong, and returns what is right with defaults for the rest.

/// By std::chrono::weekday::c_encoding().
inline constexpr std::array<std::string_view, 7> weekday_names{"sunday",   "monday", "tuesday", "wednesday",
                                                               "thursday", "friday", "saturday"};

[[nodiscard]] Bedtime read_bedtime(Section& file);
[[nodiscard]] ReminderRules read_reminders(Section& file);
[[nodiscard]] std::vector<Caution> read_profile(Section& file);
[[nodiscard]] Diary read_diary(Section& file);
[[nodiscard]] Hooks read_hooks(Section& file);
[[nodiscard]] std::vector<Step> read_steps(Section& file, const ReminderRules& defaults,
                                           const std::vector<Caution>& cautions);

/// The keys of [reminders], in a section of their own or in a step.
[[nodiscard]] ReminderRules read_rules(Section& section, ReminderRules defaults);

/// When a step is due; none where that is wrong or missing. `known` is the catalogue's step behind it, or null.
[[nodiscard]] std::optional<When> read_when(Section& step, const CatalogueStep* known);

[[nodiscard]] std::optional<Guide> read_guide(Section& step, const CatalogueStep* known);

}  // namespace calmcalf::toml_file
