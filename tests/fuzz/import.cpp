// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
//
// An exported history, as `calmcalf import` reads it: CSV, or JSON where it begins with a brace or a bracket.
#include <sstream>
#include <string>

#include "adapters/interchange/csv_history.hpp"
#include "adapters/interchange/history_reading.hpp"
#include "adapters/interchange/json_history.hpp"
#include "domain/moment.hpp"
#include "domain/statistics.hpp"
#include "fuzz/mistakes.hpp"

namespace calmcalf::fuzz {
namespace {

using interchange::HistoryReading;

HistoryReading read_exported(const std::string& text) {
  static const auto now = parse_moment("2026-11-24T12:00:00+01:00")->at;
  std::istringstream stream{text};
  return interchange::read_history(stream, now);
}

template <class Write>
std::string exported(Write write, std::span<const IdentifiedEntry> entries) {
  std::string text;
  write(entries, [&](std::string_view piece) { text += piece; });
  return text;
}

template <class Write>
void export_and_import(const HistoryReading& reading, Write write, std::string_view claim) {
  const auto again = read_exported(exported(write, reading.entries));
  must_hold(again.faults.empty() && again.entries == reading.entries, claim);
}

void count(std::span<const IdentifiedEntry> entries) {
  Standing standing;
  for (const auto& [id, entry] : entries) standing.apply(entry);
  const auto statistics = statistics_of(standing);
  must_hold(statistics.cramps.nights_with <= statistics.cramps.nights_known, "a night with a cramp is known");
}

}  // namespace

void try_import(std::string_view bytes) {
  auto reading = read_exported(std::string{bytes});
  const auto last = lines_in(bytes);
  for (const auto& fault : reading.faults.first()) {
    must_hold(!fault.text.empty(), "a fault says what is wrong");
    must_hold(fault.line >= 1 && fault.line <= last, "its line is one of the file");
  }
  must_hold(reading.entries.size() == reading.lines.size(), "each entry has its line");
  if (!reading.faults.empty()) return;
  export_and_import(reading, interchange::write_csv, "exported as CSV and imported it is the same");
  export_and_import(reading, interchange::write_json, "exported as JSON and imported it is the same");
  count(reading.entries);
  const auto known = reading.entries;
  interchange::leave_out_known(reading, known);
  must_hold(reading.entries.empty() && reading.faults.empty(), "importing twice changes nothing");
}

}  // namespace calmcalf::fuzz
