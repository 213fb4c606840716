// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/toml/section.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "adapters/toml/key_trail.hpp"
#include "adapters/toml/nearest.hpp"
#include "language/tr.hpp"

namespace calmcalf::toml_file {

Section::Section(const Table& table, Position at, std::string path, Findings& findings)
    : table_{&table}, at_{at}, path_{std::move(path)}, findings_{&findings} {}

template <typename Read>
auto Section::single(std::string_view key, Read read) -> decltype(read(std::declval<const Value&>()).value) {
  const Field* field = find_readable(key);
  if (field == nullptr) return std::nullopt;
  auto meaning = read(field->value);
  if (!meaning.value) findings_->error(field->value.at, path_of(key), std::move(meaning.mistake));
  return std::move(meaning.value);
}

template <typename T, typename Read>
std::optional<std::vector<T>> Section::several(std::string_view key, std::string_view example, Read read) {
  const Field* field = find_readable(key);
  if (field == nullptr) return std::nullopt;
  const auto* items = std::get_if<Array>(&field->value.content);
  if (items == nullptr) {
    wrong(key, tr("is {}, write a list in brackets such as {} = {}", kind_of(field->value), key, example));
    return std::nullopt;
  }
  std::vector<T> values;
  for (std::size_t index = 0; index < items->size(); ++index) {
    auto meaning = read((*items)[index]);
    if (!meaning.value) findings_->error((*items)[index].at, item_path(key, index), std::move(meaning.mistake));
    if (meaning.value) values.push_back(*std::move(meaning.value));
  }
  if (items->empty()) wrong(key, tr("is empty, write for example {} = {}, or leave it out", key, example));
  if (values.size() < items->size() || items->empty()) return std::nullopt;
  return values;
}

template <typename T>
std::optional<std::vector<T>> Section::without_doubles(std::string_view key, std::optional<std::vector<T>> values) {
  if (!values) return values;
  const auto& items = std::get<Array>(find(key)->value.content);
  for (auto value = values->begin(); value != values->end(); ++value) {
    if (std::find(values->begin(), value, *value) == value) continue;
    const auto index = static_cast<std::size_t>(value - values->begin());
    findings_->error(items[index].at, item_path(key, index), tr("is there twice, keep one"));
  }
  return values;
}

std::optional<TimeOfDay> Section::time(std::string_view key) {
  return single(key, as_time);
}

std::optional<Night> Section::date(std::string_view key) {
  return single(key, as_date);
}

std::optional<Duration> Section::duration(std::string_view key, DurationRange range) {
  return single(key, [&](const Value& value) { return as_duration(value, range); });
}

std::optional<int> Section::integer(std::string_view key, IntegerRange range) {
  return single(key, [&](const Value& value) { return as_integer(value, range); });
}

std::optional<bool> Section::flag(std::string_view key) {
  return single(key, as_flag);
}

std::optional<std::string> Section::text(std::string_view key, std::string_view example) {
  return single(key, [&](const Value& value) { return as_text(value, example); });
}

std::optional<std::size_t> Section::choice(std::string_view key, std::span<const std::string_view> names) {
  return single(key, [&](const Value& value) { return as_choice(value, names); });
}

std::optional<std::vector<std::size_t>> Section::choices(std::string_view key,
                                                         std::span<const std::string_view> names) {
  const auto example = fmt::format("[\"{}\"]", names.front());
  const auto read = [&](const Value& value) { return as_choice(value, names); };
  return without_doubles(key, several<std::size_t>(key, example, read));
}

std::optional<std::vector<int>> Section::integers(std::string_view key, IntegerRange range) {
  const auto read = [&](const Value& value) { return as_integer(value, range); };
  return without_doubles(key, several<int>(key, "[1, 15]", read));
}

std::optional<std::vector<Duration>> Section::durations(std::string_view key, DurationRange range) {
  const auto read = [&](const Value& value) { return as_duration(value, range); };
  return several<Duration>(key, "[\"10m\", \"30m\"]", read);
}

std::optional<std::vector<std::string>> Section::texts(std::string_view key, std::string_view example) {
  return several<std::string>(key, example, [](const Value& value) { return as_text(value, "text"); });
}

std::optional<Section> Section::table(std::string_view key) {
  const Field* field = find_readable(key);
  if (field == nullptr) return std::nullopt;
  if (auto section = section_in(*field)) return section;
  wrong(key, tr("is {}, write [{}], with single brackets", kind_of(field->value), path_of(key)));
  return std::nullopt;
}

std::optional<Section> Section::inline_table(std::string_view key, std::string_view example) {
  const Field* field = find_readable(key);
  if (field == nullptr) return std::nullopt;
  if (auto section = section_in(*field)) return section;
  wrong(key, tr("is {}, write {}", kind_of(field->value), example));
  return std::nullopt;
}

std::vector<Section> Section::tables(std::string_view key) {
  const Field* field = find_readable(key);
  if (field == nullptr) return {};
  const auto complaint = [&](const Value& value) {
    return tr("is {}, write [[{}]], with double brackets", kind_of(value), path_of(key));
  };
  const auto* items = std::get_if<Array>(&field->value.content);
  if (items == nullptr) {
    wrong(key, complaint(field->value));
    return {};
  }
  std::vector<Section> sections;
  sections.reserve(items->size());
  for (std::size_t index = 0; index < items->size(); ++index) {
    const Value& item = (*items)[index];
    if (const auto* content = std::get_if<Table>(&item.content)) {
      sections.emplace_back(*content, item.at, item_path(key, index), *findings_);
    } else {
      findings_->error(item.at, item_path(key, index), complaint(item));
    }
  }
  return sections;
}

bool Section::has(std::string_view key) {
  return find(key) != nullptr;
}

bool Section::is_text(std::string_view key) {
  const Field* field = find(key);
  return field != nullptr && std::holds_alternative<std::string>(field->value.content);
}

bool Section::is_empty_list(std::string_view key) {
  const Field* field = find(key);
  const auto* items = field == nullptr ? nullptr : std::get_if<Array>(&field->value.content);
  return items != nullptr && items->empty();
}

void Section::wrong(std::string_view key, std::string message) {
  const Field* field = find(key);
  findings_->error(field == nullptr ? at_ : field->value.at, path_of(key), std::move(message));
}

void Section::wrong(std::string message) {
  findings_->error(at_, path_, std::move(message));
}

void Section::missing(std::string_view key, std::string_view right) {
  find(key);
  findings_->error(at_, path_of(key), tr("is missing, write {}", right));
}

void Section::caution(std::string message) {
  findings_->caution(at_, path_, std::move(message));
}

void Section::finish() {
  for (const Field& field : *table_) {
    if (std::ranges::find(known_, field.key) != known_.end()) continue;
    findings_->error(field.at, path_of(field.key), tr("is unknown here, {}", what_is_known(field.key, known_)));
  }
}

const Field* Section::find(std::string_view key) {
  if (std::ranges::find(known_, key) == known_.end()) known_.push_back(key);
  const auto found = std::ranges::find_if(*table_, [&](const Field& field) { return field.key == key; });
  return found == table_->end() ? nullptr : &*found;
}

const Field* Section::find_readable(std::string_view key) {
  const Field* field = find(key);
  const bool readable = field != nullptr && !std::holds_alternative<Unreadable>(field->value.content);
  return readable ? field : nullptr;
}

std::optional<Section> Section::section_in(const Field& field) const {
  const auto* content = std::get_if<Table>(&field.value.content);
  if (content == nullptr) return std::nullopt;
  return Section{*content, field.value.at, path_of(field.key), *findings_};
}

std::string Section::path_of(std::string_view key) const {
  return below(path_, std::string{key});
}

std::string Section::item_path(std::string_view key, std::size_t index) const {
  return fmt::format("{}[{}]", path_of(key), index + 1);
}

}  // namespace calmcalf::toml_file
