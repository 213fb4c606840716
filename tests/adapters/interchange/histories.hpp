// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT

#pragma once
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "adapters/interchange/csv_history.hpp"
#include "adapters/interchange/history_reading.hpp"
#include "adapters/interchange/json_history.hpp"
#include "domain/moment.hpp"

namespace calmcalf::interchange {

/// 2026-11-24 12:00 in Berlin: the day after everything in these tests.
inline const Instant noon = parse_moment("2026-11-24T12:00:00+01:00").value().at;

inline Instant at(const char* moment) {
  return parse_moment(moment).value().at;
}

inline std::string id_of(int number) {
  return fmt::format("019aaaaa-0000-7000-8000-{:012x}", number);
}

/// With ids from 1 on.
inline std::vector<IdentifiedEntry> identified(const Ledger& ledger) {
  std::vector<IdentifiedEntry> entries;
  for (const auto& entry : ledger) entries.push_back({id_of(static_cast<int>(entries.size()) + 1), entry});
  return entries;
}

inline HistoryReading read_text(const std::string& text) {
  std::istringstream stream{text};
  return read_history(stream, noon);
}

using Write = void (*)(std::span<const IdentifiedEntry>, const TextSink&);

inline std::string written(Write write, std::span<const IdentifiedEntry> entries) {
  std::string text;
  write(entries, [&](std::string_view piece) { text += piece; });
  return text;
}

/// "LINE: what is wrong", of each fault.
inline std::vector<std::string> faults_in(const HistoryReading& reading) {
  std::vector<std::string> lines;
  for (const auto& fault : reading.faults.first()) lines.push_back(fmt::format("{}: {}", fault.line, fault.text));
  return lines;
}

}  // namespace calmcalf::interchange
