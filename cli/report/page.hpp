// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <string>

#include "cli/report/material.hpp"

namespace calmcalf::cli {

/// The report: one HTML file that needs nothing else, neither a network nor a script.
[[nodiscard]] std::string report_page(const ReportMaterial& material);

}  // namespace calmcalf::cli
