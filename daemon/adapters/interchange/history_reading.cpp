// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT

#include "adapters/interchange/history_reading.hpp"

#include <utility>

#include "adapters/interchange/csv_history.hpp"
#include "adapters/interchange/entry_reading.hpp"
#include "adapters/interchange/json_history.hpp"
#include "language/tr.hpp"

namespace calmcalf::interchange {

namespace {

/// The first character that is none of white space.
std::optional<char> first_character(TextSource& source) {
  while (true) {
    const auto character = source.peek();
    if (!character || std::string_view{" \t\r\n"}.find(*character) == std::string_view::npos) return character;
    source.next();
  }
}

}  // namespace

void Faults::add(std::size_t line, std::string text) {
  if (first_.size() < most_kept) first_.push_back({line, std::move(text)});
  ++count_;
}

void Faults::replace_by(Fault fault) {
  first_.clear();
  first_.push_back(std::move(fault));
  count_ = 1;
}

void EntryCollector::complain(std::size_t line, std::string_view text) {
  // TRANSLATORS: the number of an entry in a file, and what is wrong in it
  reading_.faults.add(line, tr("entry {}: {}", count_, text));
}

void EntryCollector::refuse_entry(std::size_t line, std::string_view text) {
  ++count_;
  complain(line, text);
}

void EntryCollector::refuse_file(std::size_t line, std::string text) {
  reading_.faults.replace_by({line, std::move(text)});
}

void EntryCollector::add(std::size_t line, const EntryFields& fields) {
  ++count_;
  auto read = entry_in(fields, now_);
  if (const auto* fault = std::get_if<FieldFault>(&read)) return complain(line, fault->text);
  auto& entry = std::get<IdentifiedEntry>(read);
  const auto [known, is_new] = places_.try_emplace(entry.id, reading_.entries.size());
  if (is_new) {
    reading_.entries.push_back(std::move(entry));
    reading_.lines.push_back(line);
  } else if (reading_.entries[known->second] != entry) {
    complain(line, tr("id: is that of line {}, too, with other values; each entry has one of its own",
                      reading_.lines[known->second]));
  }
}

HistoryReading EntryCollector::take() && {
  return std::move(reading_);
}

HistoryReading read_history(std::istream& stream, Instant now) {
  TextSource source{stream};
  EntryCollector collector{now};
  const auto first = first_character(source);
  if (!first) {
    if (!source.fault()) collector.refuse_file(1, tr("the file is empty; name one that calmcalf export wrote"));
  } else if (*first == '{' || *first == '[') {
    read_json(source, collector);
  } else {
    read_csv(source, collector);
  }
  if (const auto& fault = source.fault()) collector.refuse_file(fault->line, fault->text);
  return std::move(collector).take();
}

void leave_out_known(HistoryReading& reading, std::span<const IdentifiedEntry> known) {
  std::unordered_map<std::string_view, const Entry*> by_id;
  by_id.reserve(known.size());
  for (const auto& [id, entry] : known) by_id.emplace(id, &entry);

  HistoryReading rest;
  rest.faults = std::move(reading.faults);
  for (std::size_t i = 0; i < reading.entries.size(); ++i) {
    auto& [id, entry] = reading.entries[i];
    const auto found = by_id.find(id);
    if (found == by_id.end()) {
      rest.entries.push_back(std::move(reading.entries[i]));
      rest.lines.push_back(reading.lines[i]);
    } else if (*found->second != entry) {
      rest.faults.add(reading.lines[i],
                      tr("id: {} is in the history with other values; what was recorded is never changed", id));
    }
  }
  reading = std::move(rest);
}

}  // namespace calmcalf::interchange
