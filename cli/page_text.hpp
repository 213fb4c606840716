// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <cstddef>
#include <span>
#include <string>

#include "cli/ink.hpp"
#include "domain/handbook.hpp"

namespace calmcalf::cli {

/// A page of the handbook in lines of about `width` characters. Every note stands beside what it touches; those that
/// apply to somebody with `cautions` are marked with an exclamation mark and come first.
[[nodiscard]] std::string page_text(const Page& page, std::span<const Caution> cautions, std::size_t width,
                                    const Ink& ink);

/// Translated, unless it is a word that people type.
[[nodiscard]] std::string title_of(const Advice& advice);

/// When a built-in step is due, unless the schedule says otherwise: "2 h before bed".
[[nodiscard]] std::string usual_time(const CatalogueStep& step);

}  // namespace calmcalf::cli
