// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <vector>

#include "cli/report/markup.hpp"

namespace calmcalf::cli {

/// Figures in rows. The first column names its row.
struct DataTable {
  std::string caption;
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;
};

/// In a region that scrolls by itself where the screen is narrow.
void write_table(Markup& out, const DataTable& table);

/// The same, folded away: what a drawing shows, for those who do not see it or want the figures.
void write_folded_table(Markup& out, const DataTable& table);

}  // namespace calmcalf::cli
