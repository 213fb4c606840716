// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <cstddef>
#include <string>

#include "cli/ink.hpp"
#include "domain/statistics.hpp"

namespace calmcalf::cli {

struct PageManner {
  bool explains = false;   ///< says below each figure how it came about
  std::size_t width = 80;  ///< of the sentences, in columns
  Ink ink{false};
};

/// The statistics as a page to read in a terminal.
[[nodiscard]] std::string statistics_page(const Statistics& statistics, const PageManner& manner);

}  // namespace calmcalf::cli
