// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT

#include "adapters/interchange/entry_fields.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "domain/iso8601.hpp"

namespace calmcalf::interchange {

namespace {

template <typename Named>
std::string name_or_nothing(const std::optional<Named>& value) {
  return value ? std::string{name_of(*value)} : std::string{};
}

std::string number_or_nothing(const std::optional<int>& value) {
  return value ? std::to_string(*value) : std::string{};
}

template <typename Named>
std::string names_of(const std::vector<Named>& list) {
  std::string names;
  for (const Named one : list) {
    if (!names.empty()) names += list_separator;
    names += name_of(one);
  }
  return names;
}

void put(EntryFields& fields, const Subject& subject) {
  fields[Field::night] = to_iso(subject.id.night);
  fields[Field::step] = subject.id.step.text;
  fields[Field::number] = std::to_string(subject.id.number);
  fields[Field::due] = to_iso(subject.due, subject.due_offset);
}

void put(EntryFields& fields, const Cramp& cramp) {
  if (cramp.at) fields[Field::cramp_at] = to_iso(*cramp.at, cramp.at_offset);
  fields[Field::side] = name_or_nothing(cramp.side);
  fields[Field::muscle] = name_or_nothing(cramp.muscle);
  fields[Field::severity] = number_or_nothing(cramp.severity);
  fields[Field::minutes] = number_or_nothing(cramp.minutes);
  fields[Field::woke] = cramp.woke ? "true" : "";
  fields[Field::triggers] = names_of(cramp.triggers);
  fields[Field::relief] = names_of(cramp.relief);
  fields[Field::note] = cramp.note;
}

/// Whichever of these a body has; what it has besides would be lost, which round_trip_test looks for. Where no offset
/// of an instant's own is kept it is written with the entry's.
template <typename Body>
void put(EntryFields& fields, const Body& body, Duration offset) {
  if constexpr (requires { body.subject; }) put(fields, body.subject);
  if constexpr (requires { body.night; }) fields[Field::night] = to_iso(body.night);
  if constexpr (requires { body.how; }) fields[Field::state] = name_of(body.how);
  if constexpr (requires { body.why; }) fields[Field::why] = name_of(body.why);
  if constexpr (requires { body.until; }) fields[Field::until] = to_iso(body.until, offset);
  if constexpr (requires { body.by; }) fields[Field::by] = std::to_string(body.by.count());
  if constexpr (requires { body.id.recorded; }) {
    fields[Field::cramp_recorded] = to_iso(body.id.recorded, offset);
    fields[Field::cramp_place] = std::to_string(body.id.place);
  }
  if constexpr (requires { body.cramp; }) put(fields, body.cramp);
}

}  // namespace

std::string_view column_name(Field field) {
  return field_traits.at(static_cast<std::size_t>(field)).name;
}

std::optional<Field> field_named(std::string_view name) {
  const auto found = std::ranges::find(field_traits, name, &FieldTraits::name);
  if (found == field_traits.end()) return std::nullopt;
  return static_cast<Field>(found - field_traits.begin());
}

EntryFields fields_of(const IdentifiedEntry& entry) {
  const auto& what = entry.entry;
  EntryFields fields;
  fields[Field::id] = entry.id;
  fields[Field::at] = to_iso(what.at, what.offset);
  fields[Field::source] = name_of(what.source);
  fields[Field::kind] = kind_of(what);
  std::visit([&](const auto& body) { put(fields, body, what.offset); }, what.body);
  return fields;
}

}  // namespace calmcalf::interchange
