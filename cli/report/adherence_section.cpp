// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include "cli/report/data_table.hpp"
#include "cli/report/sections.hpp"

namespace calmcalf::cli {

void write_adherence(Markup& out, const ReportMaterial& material) {
  constexpr double percent = 100;
  out.element("section", {{"id", "steps"}, {"aria-labelledby", "steps-heading"}}, [&] {
    out.element("h2", {{"id", "steps-heading"}}, "Steps");
    out.element("p",
                "Of all times that a step was due and that have ended. Missed was shown and not answered; unseen was "
                "never shown.");
    DataTable table{.caption = fmt::format("How often each step was done, {}", in_words(material.all)),
                    .columns = {"Step", "Done", "Skipped", "Missed", "Unseen", "Paused", "Nights in a row", "Strength"},
                    .rows = {}};
    for (const auto& [id, step] : material.statistics.steps)
      table.rows.push_back({material.title_of(id), fmt::format("{} of {}", step.done, step.due),
                            std::to_string(step.skipped), std::to_string(step.missed), std::to_string(step.unseen),
                            std::to_string(step.paused), std::to_string(step.streak),
                            fmt::format("{:.0f} %", step.strength() * percent)});
    write_table(out, table);
  });
}

}  // namespace calmcalf::cli
