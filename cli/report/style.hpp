// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <string_view>

namespace calmcalf::cli {

/// The style sheet of the report: light and dark, phone and paper.
[[nodiscard]] std::string_view report_style();

}  // namespace calmcalf::cli
