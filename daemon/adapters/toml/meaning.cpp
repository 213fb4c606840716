// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/toml/meaning.hpp"

#include <algorithm>
#include <utility>

#include "adapters/toml/nearest.hpp"
#include "adapters/toml/quoting.hpp"
#include "domain/duration.hpp"
#include "domain/iso8601.hpp"
#include "language/tr.hpp"

namespace calmcalf::toml_file {
namespace {

template <typename T>
const T* content_as(const Value& value) {
  return std::get_if<T>(&value.content);
}

std::string text_wanted(const Value& value, std::string_view example) {
  return tr("is {}, write text in quotes such as \"{}\"", kind_of(value), example);
}

}  // namespace

std::string with_seconds(TimeOfDay time) {
  const std::string text = to_text(time);
  return text.size() == 5 ? text + ":00" : text;
}

std::string kind_of(const Value& value) {
  // In the order of the variant's alternatives.
  switch (value.content.index()) {
    case 0:
      return tr_context("is ..., write", "text");
    case 1:
      return tr_context("is ..., write", "a number");
    case 2:
      return tr_context("is ..., write", "a number with a fraction");
    case 3:
      return tr_context("is ..., write", "true or false");
    case 4:
      return tr_context("is ..., write", "a date");
    case 5:
      return tr_context("is ..., write", "a time");
    case 6:
      return tr_context("is ..., write", "a date with a time");
    case 7:
      return tr_context("is ..., write", "a list");
    case 8:
      return tr_context("is ..., write", "a table of keys");
    default:
      return tr_context("is ..., write", "unreadable");
  }
}

Meaning<TimeOfDay> as_time(const Value& value) {
  if (const auto* written = content_as<WrittenTime>(value)) {
    if (written->whole_seconds) return Meaning<TimeOfDay>::of(written->time);
    return Meaning<TimeOfDay>::wrong(
        tr("has a fraction of a second, write whole seconds such as {}", with_seconds(written->time)));
  }
  if (const auto* text = content_as<std::string>(value)) {
    if (const auto time = parse_time_of_day(*text)) {
      return Meaning<TimeOfDay>::wrong(tr("is text, write {}, without quotes", with_seconds(*time)));
    }
  }
  return Meaning<TimeOfDay>::wrong(tr("is {}, write a time such as 22:30:00, without quotes", kind_of(value)));
}

Meaning<Night> as_date(const Value& value) {
  if (const auto* night = content_as<Night>(value)) return Meaning<Night>::of(*night);
  if (const auto* text = content_as<std::string>(value); text != nullptr && parse_night(*text)) {
    return Meaning<Night>::wrong(tr("is text, write {}, without quotes", *text));
  }
  return Meaning<Night>::wrong(tr("is {}, write a date such as 2026-12-24, without quotes", kind_of(value)));
}

Meaning<Duration> as_duration(const Value& value, DurationRange range) {
  if (const auto* number = content_as<std::int64_t>(value)) {
    const std::int64_t example = *number > 0 && *number < 60 ? *number : 45;
    return Meaning<Duration>::wrong(
        tr("is a number, write a duration with its unit and in quotes such as \"{}m\"", example));
  }
  const auto* text = content_as<std::string>(value);
  if (text == nullptr)
    return Meaning<Duration>::wrong(tr("is {}, write a duration in quotes such as \"45m\"", kind_of(value)));
  const auto duration = parse_duration(*text);
  if (!duration) {
    return Meaning<Duration>::wrong(
        tr("{} is no duration, write days, hours, minutes, seconds such as \"1h 30m\"", in_quotes(*text)));
  }
  if (*duration < range.least) {
    return Meaning<Duration>::wrong(
        tr("{} is too short, write \"{}\" or more", in_quotes(*text), to_text(range.least)));
  }
  if (*duration > range.most) {
    return Meaning<Duration>::wrong(tr("{} is too long, write \"{}\" or less", in_quotes(*text), to_text(range.most)));
  }
  return Meaning<Duration>::of(*duration);
}

Meaning<int> as_integer(const Value& value, IntegerRange range) {
  const auto* number = content_as<std::int64_t>(value);
  if (number == nullptr) {
    return Meaning<int>::wrong(
        tr("is {}, write a whole number from {} to {}", kind_of(value), range.least, range.most));
  }
  if (*number < range.least || *number > range.most) {
    return Meaning<int>::wrong(
        tr("{} is out of range, write a whole number from {} to {}", *number, range.least, range.most));
  }
  return Meaning<int>::of(static_cast<int>(*number));
}

Meaning<bool> as_flag(const Value& value) {
  if (const auto* flag = content_as<bool>(value)) return Meaning<bool>::of(*flag);
  return Meaning<bool>::wrong(tr("is {}, write true or false, without quotes", kind_of(value)));
}

Meaning<std::string> as_text(const Value& value, std::string_view example) {
  if (const auto* text = content_as<std::string>(value)) return Meaning<std::string>::of(*text);
  return Meaning<std::string>::wrong(text_wanted(value, example));
}

Meaning<std::size_t> as_choice(const Value& value, std::span<const std::string_view> names) {
  const auto* text = content_as<std::string>(value);
  if (text == nullptr) {
    return Meaning<std::size_t>::wrong(text_wanted(value, names.front()));
  }
  const auto found = std::ranges::find(names, *text);
  if (found != names.end()) return Meaning<std::size_t>::of(static_cast<std::size_t>(found - names.begin()));
  return Meaning<std::size_t>::wrong(tr("{} is unknown, {}", in_quotes(*text), what_is_known(*text, names)));
}

}  // namespace calmcalf::toml_file
