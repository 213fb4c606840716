// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/calendar_page.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "domain/tr_noop.hpp"
#include "language/columns.hpp"
#include "language/local_dates.hpp"
#include "language/tr.hpp"

namespace calmcalf::cli {
namespace {

constexpr std::size_t days_in_row = 7;
constexpr std::size_t cell_width = 3;
constexpr std::size_t grid_width = days_in_row * cell_width;
constexpr std::size_t between_grids = 3;
constexpr std::string_view cramp_sign = "!";

/// Signs that differ without colour, too.
struct ShareSign {
  ShareDone share;
  std::string_view sign;
  std::string_view meaning;
};

constexpr std::array share_signs{
    ShareSign{ShareDone::nothing_counted, "\u00b7", tr_noop("nothing to do, or nothing known")},
    ShareSign{ShareDone::none, "\u25cb", tr_noop("no step done")},
    ShareSign{ShareDone::under_half, "\u25d4", tr_noop("under half of the steps done")},
    ShareSign{ShareDone::half_or_more, "\u25d1", tr_noop("half of the steps or more")},
    ShareSign{ShareDone::all, "\u25cf", tr_noop("all steps done")}};

using Month = std::chrono::year_month;
using GridLines = std::vector<std::string>;

Month month_of_night(Night night) {
  return night.date().year() / night.date().month();
}

std::string_view sign_of(ShareDone share) {
  return std::ranges::find(share_signs, share, &ShareSign::share)->sign;
}

std::string cell_of(const CalendarNight& night, const Ink& ink) {
  const auto share = night.share();
  const auto sign = sign_of(share);
  const auto shown = share == ShareDone::all               ? ink.good(sign)
                     : share == ShareDone::nothing_counted ? ink.faint(sign)
                                                           : std::string{sign};
  return shown + (night.cramps > 0 ? ink.bad(cramp_sign) : " ") + " ";
}

/// The letters of the days of a week; some scripts' are two columns wide.
std::string head_of_grid(const Ink& ink) {
  std::string line;
  for (std::size_t day = 0; day < days_in_row; ++day) {
    const auto letter = weekday_letter(first_weekday() + std::chrono::days{day});
    line += ink.faint(letter) + std::string(cell_width - std::min(cell_width, columns_of(letter)), ' ');
  }
  return line;
}

/// Every line as wide as the grid.
GridLines grid_of(const CalendarNights& nights, Month month, const Ink& ink) {
  GridLines lines{ink.strong(padded(month_in_words(month), grid_width)), head_of_grid(ink)};
  Night night{std::chrono::local_days{month / std::chrono::day{1}}};
  auto place = static_cast<std::size_t>(place_in_week(night));
  lines.emplace_back(place * cell_width, ' ');
  for (; month_of_night(night) == month; night = night.next(), ++place) {
    if (place == days_in_row) {
      lines.emplace_back();
      place = 0;
    }
    const auto known = nights.find(night);
    lines.back() += cell_of(known == nights.end() ? CalendarNight{} : known->second, ink);
  }
  lines.back().append((days_in_row - place) * cell_width, ' ');
  return lines;
}

std::string without_end_blanks(std::string line) {
  line.erase(line.find_last_not_of(' ') + 1);
  return line;
}

/// Months beside each other.
std::string row_of(const std::vector<GridLines>& grids) {
  std::size_t height = 0;
  for (const auto& grid : grids) height = std::max(height, grid.size());
  std::string text;
  for (std::size_t place = 0; place < height; ++place) {
    std::string line;
    for (const auto& grid : grids)
      line += (place < grid.size() ? grid[place] : std::string(grid_width, ' ')) + std::string(between_grids, ' ');
    text += without_end_blanks(std::move(line)) + '\n';
  }
  return text + '\n';
}

}  // namespace

std::string calendar_page(const CalendarNights& nights, std::size_t width, const Ink& ink) {
  const auto in_a_row = std::max<std::size_t>((width + between_grids) / (grid_width + between_grids), 1);
  const auto last = month_of_night(nights.rbegin()->first);
  std::string text;
  std::vector<GridLines> grids;
  for (auto month = month_of_night(nights.begin()->first); month <= last; month += std::chrono::months{1}) {
    grids.push_back(grid_of(nights, month, ink));
    if (grids.size() < in_a_row && month != last) continue;
    text += row_of(grids);
    grids.clear();
  }
  for (const auto& [share, sign, meaning] : share_signs) text += fmt::format("{}  {}\n", sign, tr(meaning));
  return text + fmt::format("{}  {}\n", cramp_sign, tr("behind it: a cramp, or several"));
}

}  // namespace calmcalf::cli
