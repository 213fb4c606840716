// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/report/data_table.hpp"

#include "language/tr.hpp"

namespace calmcalf::cli {
namespace {

void write_row(Markup& out, const std::vector<std::string>& row) {
  out.element("tr", {}, [&] {
    for (std::size_t column = 0; column < row.size(); ++column) {
      if (column == 0)
        out.element("th", {{"scope", "row"}, {"dir", "auto"}}, row[column]);
      else
        out.element("td", row[column]);
    }
  });
}

}  // namespace

void write_table(Markup& out, const DataTable& table) {
  // What scrolls must be reached by keyboard, and say what it is.
  out.element("div", {{"class", "scrolls"}, {"role", "group"}, {"tabindex", "0"}, {"aria-label", table.caption}}, [&] {
    out.element("table", {}, [&] {
      out.element("caption", table.caption);
      out.element("thead", {}, [&] {
        out.element("tr", {}, [&] {
          for (const auto& column : table.columns) out.element("th", {{"scope", "col"}}, column);
        });
      });
      out.element("tbody", {}, [&] {
        for (const auto& row : table.rows) write_row(out, row);
      });
    });
  });
}

void write_folded_table(Markup& out, const DataTable& table) {
  out.element("details", {{"class", "as-table"}}, [&] {
    out.element("summary", {}, tr("As a table: {}", table.caption));
    write_table(out, table);
  });
}

}  // namespace calmcalf::cli
