// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include "cli/report/markup.hpp"
#include "cli/report/material.hpp"

namespace calmcalf::cli {

// The report, section by section, in the order of the page. Each writes one that has a heading of the second rank.

void write_tonight(Markup& out, const ReportMaterial& material);
void write_calendar(Markup& out, const ReportMaterial& material);
void write_strength(Markup& out, const ReportMaterial& material);
void write_cramps(Markup& out, const ReportMaterial& material);
void write_comparison(Markup& out, const ReportMaterial& material);
void write_adherence(Markup& out, const ReportMaterial& material);
void write_doctor_page(Markup& out, const ReportMaterial& material);
void write_guide(Markup& out, const ReportMaterial& material);

/// In place of all but tonight and the guide, where there is nothing to look back on.
void write_what_will_be_here(Markup& out, const ReportMaterial& material);

}  // namespace calmcalf::cli
