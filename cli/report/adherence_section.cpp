// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include "cli/report/data_table.hpp"
#include "cli/report/sections.hpp"
#include "language/local_dates.hpp"
#include "language/tr.hpp"

namespace calmcalf::cli {

void write_adherence(Markup& out, const ReportMaterial& material) {
  constexpr double percent = 100;
  out.element("section", {{"id", "steps"}, {"aria-labelledby", "steps-heading"}}, [&] {
    out.element("h2", {{"id", "steps-heading"}}, tr("Steps"));
    out.element("p",
                tr("Of all times that a step was due and that have ended. Missed was shown and not answered; unseen "
                   "was never shown."));
    DataTable table{
        .caption = tr("How often each step was done, from {} to {}", day_in_words(material.all.first),
                      day_in_words(material.all.last)),
        .columns = {tr("Step"), tr_context("column: how often", "Done"), tr_context("column: how often", "Skipped"),
                    tr_context("column: how often", "Missed"), tr_context("column: how often", "Unseen"),
                    tr_context("column: how often", "Paused"), tr("Nights in a row"), tr("Strength")},
        .rows = {}};
    for (const auto& [id, step] : material.statistics.steps)
      table.rows.push_back({material.title_of(id), tr("{} of {}", step.done, step.due), std::to_string(step.skipped),
                            std::to_string(step.missed), std::to_string(step.unseen), std::to_string(step.paused),
                            std::to_string(step.streak), fmt::format("{:.0f} %", step.strength() * percent)});
    write_table(out, table);
  });
}

}  // namespace calmcalf::cli
