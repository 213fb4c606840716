// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
//
// Delta debugging: A. Zeller, R. Hildebrandt, "Simplifying and Isolating Failure-Inducing Input", 2002.
#include "properties/shrinking.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "domain/duration.hpp"

namespace calmcalf::properties {

namespace {

/// The zone, the schedule, and the start with the only absolute time.
constexpr std::size_t opening_lines = 3;

struct TimedLine {
  Duration wait{0};
  std::string text;
};

TimedLine take_apart(const std::string& line) {
  if (!line.starts_with('+')) return {Duration{0}, line};
  const auto space = line.find(' ');
  return {parse_duration(std::string_view{line}.substr(1, space - 1)).value(), line.substr(space + 1)};
}

std::string put_together(const TimedLine& line) {
  if (line.wait == Duration{0}) return line.text;
  auto wait = to_text(line.wait);
  std::erase(wait, ' ');
  return '+' + wait + ' ' + line.text;
}

std::vector<std::string> without_lines(const std::vector<std::string>& lines, std::size_t from, std::size_t count) {
  std::vector<std::string> kept;
  Duration carried{0};
  for (std::size_t i = 0; i < lines.size(); ++i) {
    auto line = take_apart(lines[i]);
    line.wait += carried;
    carried = Duration{0};
    if (i >= from && i < from + count)
      carried = line.wait;
    else
      kept.push_back(put_together(line));
  }
  return kept;
}

/// Tries to leave out ever smaller runs of `size()` things. `leave_out(from, count)` says whether that worked.
template <class Size, class LeaveOut>
bool leave_out_what_can_go(std::size_t first, const Size& size, const LeaveOut& leave_out) {
  bool is_smaller = false;
  for (auto count = std::max<std::size_t>(1, size() / 2);; count /= 2) {
    for (auto from = first; from + count <= size();) {
      if (leave_out(from, count))
        is_smaller = true;
      else
        from += count;
    }
    if (count == 1) return is_smaller;
  }
}

}  // namespace

Evenings shrink(Evenings evenings, const std::function<bool(const Evenings&)>& still_fails) {
  const auto keep_if_it_fails = [&](Evenings smaller) {
    if (!still_fails(smaller)) return false;
    evenings = std::move(smaller);
    return true;
  };
  bool is_smaller = true;
  while (is_smaller) {
    is_smaller = leave_out_what_can_go(
        opening_lines, [&] { return evenings.lines.size(); },
        [&](std::size_t from, std::size_t count) {
          auto smaller = evenings;
          smaller.lines = without_lines(evenings.lines, from, count);
          return keep_if_it_fails(std::move(smaller));
        });
    for (std::size_t i = 0; i < evenings.schedules.size(); ++i) {
      is_smaller |= leave_out_what_can_go(
          0, [&] { return evenings.schedules[i].tables.size(); },
          [&](std::size_t from, std::size_t count) {
            auto smaller = evenings;
            auto& tables = smaller.schedules[i].tables;
            const auto begin = tables.begin() + static_cast<std::ptrdiff_t>(from);
            tables.erase(begin, begin + static_cast<std::ptrdiff_t>(count));
            return keep_if_it_fails(std::move(smaller));
          });
    }
  }
  return evenings;
}

}  // namespace calmcalf::properties
