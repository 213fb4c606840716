// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT

#pragma once
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "domain/ledger.hpp"

namespace calmcalf::interchange {

/// What an entry says, value by value, in the order of the columns.
enum class Field {
  id,
  at,
  source,
  kind,
  night,
  step,
  number,
  due,
  state,
  why,
  until,
  by,
  cramp_recorded,
  cramp_place,
  cramp_at,
  side,
  muscle,
  severity,
  minutes,
  woke,
  triggers,
  relief,
  note,
};

/// How a value is written where a format tells values apart.
enum class Form { text, number, flag, list };

struct FieldTraits {
  std::string_view name;
  Form form;
};

/// In the order of the enumeration. The names stand in people's files: never rename one.
inline constexpr std::array<FieldTraits, 23> field_traits{{
    {"id", Form::text},
    {"at", Form::text},
    {"source", Form::text},
    {"kind", Form::text},
    {"night", Form::text},
    {"step", Form::text},
    {"number", Form::number},
    {"due", Form::text},
    {"state", Form::text},
    {"why", Form::text},
    {"until", Form::text},
    {"by", Form::number},
    {"cramp_recorded", Form::text},
    {"cramp_place", Form::number},
    {"cramp_at", Form::text},
    {"side", Form::text},
    {"muscle", Form::text},
    {"severity", Form::number},
    {"minutes", Form::number},
    {"woke", Form::flag},
    {"triggers", Form::list},
    {"relief", Form::list},
    {"note", Form::text},
}};
static_assert(field_traits.size() == static_cast<std::size_t>(Field::note) + 1);

[[nodiscard]] std::string_view column_name(Field field);
[[nodiscard]] std::optional<Field> field_named(std::string_view name);

/// Between the words of a list.
inline constexpr char list_separator = ';';

/// Every value as text; what is not said is empty.
class EntryFields {
 public:
  [[nodiscard]] std::string& operator[](Field field) { return texts_.at(static_cast<std::size_t>(field)); }
  [[nodiscard]] const std::string& operator[](Field field) const { return texts_.at(static_cast<std::size_t>(field)); }

 private:
  std::array<std::string, field_traits.size()> texts_;
};

[[nodiscard]] EntryFields fields_of(const IdentifiedEntry& entry);

}  // namespace calmcalf::interchange
