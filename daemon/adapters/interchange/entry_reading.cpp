// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT

#include "adapters/interchange/entry_reading.hpp"

#include <algorithm>
#include <bitset>
#include <charconv>
#include <vector>

#include <fmt/format.h>

#include "domain/iso8601.hpp"
#include "domain/moment.hpp"
#include "domain/routine.hpp"
#include "language/tr.hpp"

namespace calmcalf::interchange {

namespace {

constexpr std::int64_t most_numbered = 9999;  // occurrences of a step in a night, cramps in a second
constexpr Duration most_moved = std::chrono::days{1};
constexpr std::size_t longest_quoted = 60;

[[noreturn]] void refuse(Field field, std::string_view text) {
  throw FieldFault{fmt::format("{}: {}", column_name(field), text)};
}

/// An entry's fields while they are read: each is asked for by what needs it, and none may be left over.
class FieldReader {
 public:
  explicit FieldReader(const EntryFields& fields) : fields_{fields} {}

  /// Empty where nothing is said.
  [[nodiscard]] const std::string& maybe_text(Field field) {
    asked_.set(static_cast<std::size_t>(field));
    return fields_[field];
  }

  [[nodiscard]] const std::string& text(Field field) {
    const auto& text = maybe_text(field);
    if (text.empty()) refuse(field, tr("is missing"));
    return text;
  }

  [[nodiscard]] Moment moment(Field field) {
    const auto& given = text(field);
    const auto moment = parse_moment(given);
    if (!moment) refuse(field, tr("{} is no time with an offset, such as 2026-11-23T22:30:00+01:00", in_quotes(given)));
    return *moment;
  }

  [[nodiscard]] Night night() {
    const auto& given = text(Field::night);
    const auto night = parse_night(given);
    if (!night) refuse(Field::night, tr("{} is no date, such as 2026-11-23", in_quotes(given)));
    return *night;
  }

  [[nodiscard]] std::int64_t number(Field field, std::int64_t least, std::int64_t most) {
    const auto& given = text(field);
    std::int64_t number = 0;
    const auto* end = given.data() + given.size();
    const auto [stopped, error] = std::from_chars(given.data(), end, number);
    if (error != std::errc{} || stopped != end || number < least || number > most)
      refuse(field, tr("is {}; a whole number from {} to {} is needed", in_quotes(given), least, most));
    return number;
  }

  [[nodiscard]] std::optional<int> maybe_number(Field field, int most) {
    if (maybe_text(field).empty()) return std::nullopt;
    return static_cast<int>(number(field, 0, most));
  }

  [[nodiscard]] bool flag(Field field) {
    const auto& given = maybe_text(field);
    if (!given.empty() && given != "true" && given != "false")
      refuse(field, tr("is {}; true or false is needed", in_quotes(given)));
    return given == "true";
  }

  /// What the name stands for, as `find_named` knows.
  template <typename FindNamed>
  [[nodiscard]] auto named(Field field, FindNamed find_named) {
    return meant_by(field, text(field), find_named);
  }

  template <typename FindNamed>
  [[nodiscard]] auto maybe_named(Field field, FindNamed find_named) -> decltype(find_named(std::string_view{})) {
    const auto& name = maybe_text(field);
    if (name.empty()) return std::nullopt;
    return meant_by(field, name, find_named);
  }

  template <typename FindNamed>
  [[nodiscard]] auto all_named(Field field, FindNamed find_named) {
    std::vector<typename decltype(find_named(std::string_view{}))::value_type> list;
    std::string_view names = maybe_text(field);
    while (!names.empty()) {
      const auto end = names.find(list_separator);
      list.push_back(meant_by(field, names.substr(0, end), find_named));
      if (end == std::string_view::npos) break;
      names.remove_prefix(end + 1);
      if (names.empty()) refuse(field, tr("ends with a semicolon; they stand between words"));
    }
    return list;
  }

  void refuse_the_rest(std::string_view kind) const {
    for (std::size_t i = 0; i < field_traits.size(); ++i) {
      const auto field = static_cast<Field>(i);
      if (!asked_.test(i) && !fields_[field].empty())
        refuse(field, tr("does not belong to an entry of kind {}; leave it out", kind));
    }
  }

 private:
  template <typename FindNamed>
  static auto meant_by(Field field, std::string_view name, FindNamed find_named) {
    const auto value = find_named(name);
    if (!value) refuse(field, tr("{} is not known here; was it written by a newer Calmcalf?", in_quotes(name)));
    return *value;
  }

  const EntryFields& fields_;
  std::bitset<field_traits.size()> asked_;
};

bool is_entry_id(std::string_view text) {
  constexpr std::string_view form = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";
  const auto fits = [](char c, char wanted) {
    return wanted == '-' ? c == '-' : (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
  };
  return std::ranges::equal(text, form, fits);
}

Subject subject_in(FieldReader& fields) {
  const auto& step = fields.text(Field::step);
  if (!is_step_id(step)) refuse(Field::step, tr("{} is no step's id: 1 to 64 of a-z, 0-9 and -", in_quotes(step)));
  const auto night = fields.night();
  const auto number = static_cast<int>(fields.number(Field::number, 1, most_numbered));
  const auto due = fields.moment(Field::due);
  return {{night, StepId{step}, number}, due.at, due.offset};
}

State end_in(FieldReader& fields) {
  const auto state = fields.named(Field::state, state_named);
  if (!is_end(state))
    refuse(Field::state, tr("{} is no end: done, skipped, missed, unseen or paused is needed", name_of(state)));
  return state;
}

Cramp cramp_in(FieldReader& fields, Instant now) {
  Cramp cramp;
  if (const auto& at = fields.maybe_text(Field::cramp_at); !at.empty()) {
    const auto moment = fields.moment(Field::cramp_at);
    cramp.at = moment.at;
    cramp.at_offset = moment.offset;
    if (*cramp.at > now)
      refuse(Field::cramp_at, tr("{} is in the future; a cramp is written down once it was", in_quotes(at)));
  }
  cramp.side = fields.maybe_named(Field::side, cramp_side_named);
  cramp.muscle = fields.maybe_named(Field::muscle, muscle_named);
  cramp.severity = fields.maybe_number(Field::severity, Cramp::most_severe);
  cramp.minutes = fields.maybe_number(Field::minutes, Cramp::most_minutes);
  cramp.woke = fields.flag(Field::woke);
  cramp.triggers = fields.all_named(Field::triggers, trigger_named);
  cramp.relief = fields.all_named(Field::relief, relief_named);
  cramp.note = fields.maybe_text(Field::note);
  return cramp;
}

/// A cramp without a time was in a night that has begun somewhere on earth.
void refuse_night_to_come(Night night, Instant now) {
  const LocalTime farthest_east{now.time_since_epoch() + std::chrono::hours{14}};
  if (night.evening > farthest_east)
    refuse(Field::night, tr("{} is in the future; a cramp is written down once it was", in_quotes(to_iso(night))));
}

template <typename Body>
void fill(Body& body, FieldReader& fields, Instant now) {
  if constexpr (requires { body.subject; }) body.subject = subject_in(fields);
  if constexpr (requires { body.night; }) body.night = fields.night();
  if constexpr (requires { body.how; }) body.how = end_in(fields);
  if constexpr (requires { body.why; }) body.why = fields.named(Field::why, showing_named);
  if constexpr (requires { body.until; }) body.until = fields.moment(Field::until).at;
  if constexpr (requires { body.by; })
    body.by = Duration{fields.number(Field::by, -most_moved.count(), most_moved.count())};
  if constexpr (requires { body.id.recorded; }) {
    body.id = {fields.moment(Field::cramp_recorded).at,
               static_cast<int>(fields.number(Field::cramp_place, 1, most_numbered))};
  }
  if constexpr (requires { body.cramp; }) {
    body.cramp = cramp_in(fields, now);
    refuse_night_to_come(body.night, now);
  }
}

IdentifiedEntry read(const EntryFields& given, Instant now) {
  FieldReader fields{given};
  const auto& id = fields.text(Field::id);
  if (!is_entry_id(id))
    refuse(Field::id,
           tr("{} is no UUID in small letters, such as 019a1b2c-3d4e-7f5a-8b6c-7d8e9f0a1b2c", in_quotes(id)));
  const auto at = fields.moment(Field::at);
  const auto source = fields.named(Field::source, source_named);
  auto body = fields.named(Field::kind, body_of_kind);
  std::visit([&](auto& its_own) { fill(its_own, fields, now); }, body);
  fields.refuse_the_rest(given[Field::kind]);
  return {id, {at.at, at.offset, source, std::move(body)}};
}

}  // namespace

std::variant<IdentifiedEntry, FieldFault> entry_in(const EntryFields& fields, Instant now) try {
  return read(fields, now);
} catch (const FieldFault& fault) {
  return fault;
}

std::string in_quotes(std::string_view text) {
  if (text.size() <= longest_quoted) return fmt::format("\"{}\"", text);
  auto end = longest_quoted;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;  // not within a character
  return fmt::format("\"{}...\"", text.substr(0, end));
}

}  // namespace calmcalf::interchange
