// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/relief_page.hpp"

#include <fmt/format.h>

#include "cli/wrapped.hpp"
#include "domain/handbook.hpp"
#include "language/tr.hpp"

namespace calmcalf::cli {

std::string relief_page(std::span<const Caution> cautions, std::size_t width, const Ink& ink) {
  constexpr std::size_t indent = 4;
  std::string page;
  int number = 0;
  for (const auto& advice : relief_advice()) {
    page += fmt::format("\n{:>2}  {}\n", ++number, ink.strong(tr(advice.title)));
    for (const auto& line : wrapped(tr(advice.text), width - indent))
      page += fmt::format("{:{}}{}\n", "", indent, line);
    for (const auto& note : applying(advice.notes, cautions))
      for (const auto& line : wrapped(tr(note.text), width - indent))
        page += fmt::format("{:{}}{}\n", "", indent, ink.wary(line));
  }
  return page;
}

}  // namespace calmcalf::cli
