// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <span>
#include <string_view>
#include <vector>

#include "domain/routine.hpp"

namespace calmcalf {

/// Why a step minds a caution, in a sentence to show beside the step.
struct CautionNote {
  Caution caution;
  std::string_view text;
};

/// A step that the program knows: `use = "water"` in a schedule. Texts are English source texts, to be translated
/// when shown.
struct CatalogueStep {
  std::string_view id;
  std::string_view title;
  std::string_view text;
  When when;
  std::bitset<32> monthdays;  ///< all set, but for steps of some days of the month
  std::optional<Guide> guide;
  std::vector<CautionNote> cautions;
  bool in_starter;  ///< active in the starter schedule
};

/// All built-in steps, in the order of an evening.
[[nodiscard]] std::span<const CatalogueStep> catalogue();

/// Null where the catalogue has no such step.
[[nodiscard]] const CatalogueStep* find_in_catalogue(std::string_view id);

/// Those of `notes` that apply to somebody with `cautions`.
[[nodiscard]] std::vector<CautionNote> applying(std::span<const CautionNote> notes, std::span<const Caution> cautions);

/// The notes of `step` that apply to somebody with `cautions`; empty for steps that are one's own.
[[nodiscard]] std::vector<CautionNote> notes_for(const Step& step, std::span<const Caution> cautions);

}  // namespace calmcalf
