// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT

#pragma once
#include <cstddef>
#include <istream>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "adapters/interchange/entry_fields.hpp"
#include "adapters/interchange/text_source.hpp"
#include "domain/tr_noop.hpp"

namespace calmcalf::interchange {

/// Everything that is wrong with a file: how much it is, and the first of it.
class Faults {
 public:
  static constexpr std::size_t most_kept = 20;

  void add(std::size_t line, std::string text);
  /// Nothing else matters any more.
  void replace_by(Fault fault);

  [[nodiscard]] bool empty() const { return count_ == 0; }
  [[nodiscard]] std::size_t count() const { return count_; }
  [[nodiscard]] const std::vector<Fault>& first() const { return first_; }

 private:
  std::vector<Fault> first_;
  std::size_t count_ = 0;
};

/// What a file holds. Its entries are of use only where there are no faults.
struct HistoryReading {
  std::vector<IdentifiedEntry> entries;  ///< in the order of the file, each id once
  std::vector<std::size_t> lines;        ///< of each of them
  Faults faults;
};

/// Reads an exported history, of either format, as the file itself shows. `now`: no cramp is later.
[[nodiscard]] HistoryReading read_history(std::istream& stream, Instant now);

/// Takes the entries out of `reading` that are `known`. One whose id is known with another content is a fault.
void leave_out_known(HistoryReading& reading, std::span<const IdentifiedEntry> known);

/// Collects what the reader of a format finds.
class EntryCollector {
 public:
  explicit EntryCollector(Instant now) : now_{now} {}

  /// The next entry, begun at `line`.
  void add(std::size_t line, const EntryFields& fields);
  /// Something is wrong with the next entry: `text` says what.
  void refuse_entry(std::size_t line, std::string_view text);
  /// The file as a whole is of no use.
  void refuse_file(std::size_t line, std::string text);

  /// How many entries there were up to now, sound or not.
  [[nodiscard]] std::size_t count() const { return count_; }
  [[nodiscard]] HistoryReading take() &&;

 private:
  void complain(std::size_t line, std::string_view text);

  Instant now_;
  HistoryReading reading_;
  std::unordered_map<std::string, std::size_t> places_;  ///< in the reading, by id
  std::size_t count_ = 0;
};

inline constexpr std::string_view another_programs =
    tr_noop("this is no history that Calmcalf exported; name a file that calmcalf export wrote");

}  // namespace calmcalf::interchange
