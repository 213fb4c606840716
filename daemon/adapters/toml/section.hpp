// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "adapters/toml/document.hpp"
#include "adapters/toml/findings.hpp"
#include "adapters/toml/meaning.hpp"

namespace calmcalf::toml_file {

/// A table of a schedule while it is read. Whatever is wrong goes to the findings, and the caller gets nothing for it.
/// A key is known once it has been asked for; finish() tells of all others. Table and findings must outlive it.
class Section {
 public:
  /// `path` is empty for the file's own table.
  Section(const Table& table, Position at, std::string path, Findings& findings);

  [[nodiscard]] std::optional<TimeOfDay> time(std::string_view key);
  [[nodiscard]] std::optional<Night> date(std::string_view key);
  [[nodiscard]] std::optional<Duration> duration(std::string_view key, DurationRange range);
  [[nodiscard]] std::optional<int> integer(std::string_view key, IntegerRange range);
  [[nodiscard]] std::optional<bool> flag(std::string_view key);
  [[nodiscard]] std::optional<std::string> text(std::string_view key, std::string_view example);

  /// Which one of `names` it is.
  [[nodiscard]] std::optional<std::size_t> choice(std::string_view key, std::span<const std::string_view> names);

  /// Each at most once.
  [[nodiscard]] std::optional<std::vector<std::size_t>> choices(std::string_view key,
                                                                std::span<const std::string_view> names);
  [[nodiscard]] std::optional<std::vector<int>> integers(std::string_view key, IntegerRange range);
  [[nodiscard]] std::optional<std::vector<Duration>> durations(std::string_view key, DurationRange range);

  /// `example` is how a list is written: `["a", "b"]`.
  [[nodiscard]] std::optional<std::vector<std::string>> texts(std::string_view key, std::string_view example);

  /// Under a heading of its own, `[bedtime]`; all those under `[[step]]`.
  [[nodiscard]] std::optional<Section> table(std::string_view key);
  [[nodiscard]] std::vector<Section> tables(std::string_view key);

  /// In braces; `example` is how it is written: `guide = { rounds = 3 }`.
  [[nodiscard]] std::optional<Section> inline_table(std::string_view key, std::string_view example);

  [[nodiscard]] bool has(std::string_view key);
  [[nodiscard]] bool is_text(std::string_view key);
  [[nodiscard]] bool is_empty_list(std::string_view key);
  [[nodiscard]] Position at() const { return at_; }
  [[nodiscard]] const std::string& path() const { return path_; }

  /// What is wrong with the value of `key`, with the table as a whole, or with a key that is not there; `right` is
  /// what to write, as the schedule has it.
  void wrong(std::string_view key, std::string message);
  void wrong(std::string message);
  void missing(std::string_view key, std::string_view right);

  /// What the owner of the schedule should know about the table as a whole.
  void caution(std::string message);

  /// Tells of unknown keys. The last thing to do with a section.
  void finish();

 private:
  const Field* find(std::string_view key);
  const Field* find_readable(std::string_view key);
  [[nodiscard]] std::optional<Section> section_in(const Field& field) const;
  [[nodiscard]] std::string path_of(std::string_view key) const;
  [[nodiscard]] std::string item_path(std::string_view key, std::size_t index) const;

  template <typename Read>
  auto single(std::string_view key, Read read) -> decltype(read(std::declval<const Value&>()).value);
  template <typename T, typename Read>
  std::optional<std::vector<T>> several(std::string_view key, std::string_view example, Read read);
  template <typename T>
  std::optional<std::vector<T>> without_doubles(std::string_view key, std::optional<std::vector<T>> values);

  const Table* table_;
  Position at_;
  std::string path_;
  Findings* findings_;
  std::vector<std::string_view> known_;
};

}  // namespace calmcalf::toml_file
