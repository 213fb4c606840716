// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/toml/meaning.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "adapters/toml/nearest.hpp"
#include "adapters/toml/quoting.hpp"
#include "domain/duration.hpp"
#include "domain/iso8601.hpp"

namespace calmcalf::toml_file {
namespace {

template <typename T>
const T* content_as(const Value& value) {
  return std::get_if<T>(&value.content);
}

template <typename T>
Meaning<T> of_wrong_kind(const Value& value, std::string_view right) {
  return Meaning<T>::wrong(fmt::format("is {}, write {}", kind_of(value), right));
}

/// A time, as a file wants it.
std::string with_seconds(TimeOfDay time) {
  const std::string text = to_text(time);
  return text.size() == 5 ? text + ":00" : text;
}

}  // namespace

std::string_view kind_of(const Value& value) {
  // In the order of the variant's alternatives.
  constexpr std::array<std::string_view, std::variant_size_v<decltype(Value::content)>> kinds{
      "text",
      "a number",
      "a number with a fraction",
      "true or false",
      "a date",
      "a time",
      "a date with a time",
      "a list",
      "a table of keys",
      "unreadable"};
  return kinds.at(value.content.index());
}

Meaning<TimeOfDay> as_time(const Value& value) {
  if (const auto* written = content_as<WrittenTime>(value)) {
    if (written->whole_seconds) return Meaning<TimeOfDay>::of(written->time);
    return Meaning<TimeOfDay>::wrong("has a fraction of a second, write whole seconds such as " +
                                     with_seconds(written->time));
  }
  if (const auto* text = content_as<std::string>(value)) {
    if (const auto time = parse_time_of_day(*text)) {
      return Meaning<TimeOfDay>::wrong(fmt::format("is text, write {}, without quotes", with_seconds(*time)));
    }
  }
  return of_wrong_kind<TimeOfDay>(value, "a time such as 22:30:00, without quotes");
}

Meaning<Night> as_date(const Value& value) {
  if (const auto* night = content_as<Night>(value)) return Meaning<Night>::of(*night);
  if (const auto* text = content_as<std::string>(value); text != nullptr && parse_night(*text)) {
    return Meaning<Night>::wrong(fmt::format("is text, write {}, without quotes", *text));
  }
  return of_wrong_kind<Night>(value, "a date such as 2026-12-24, without quotes");
}

Meaning<Duration> as_duration(const Value& value, DurationRange range) {
  if (const auto* number = content_as<std::int64_t>(value)) {
    const std::int64_t example = *number > 0 && *number < 60 ? *number : 45;
    return Meaning<Duration>::wrong(
        fmt::format("is a number, write a duration with its unit and in quotes such as \"{}m\"", example));
  }
  const auto* text = content_as<std::string>(value);
  if (text == nullptr) return of_wrong_kind<Duration>(value, "a duration in quotes such as \"45m\"");
  const auto duration = parse_duration(*text);
  if (!duration) {
    return Meaning<Duration>::wrong(in_quotes(*text) +
                                    " is no duration, write days, hours, minutes, seconds such as \"1h 30m\"");
  }
  if (*duration < range.least) {
    return Meaning<Duration>::wrong(
        fmt::format("{} is too short, write \"{}\" or more", in_quotes(*text), to_text(range.least)));
  }
  if (*duration > range.most) {
    return Meaning<Duration>::wrong(
        fmt::format("{} is too long, write \"{}\" or less", in_quotes(*text), to_text(range.most)));
  }
  return Meaning<Duration>::of(*duration);
}

Meaning<int> as_integer(const Value& value, IntegerRange range) {
  const auto* number = content_as<std::int64_t>(value);
  if (number == nullptr) {
    return of_wrong_kind<int>(value, fmt::format("a whole number from {} to {}", range.least, range.most));
  }
  if (*number < range.least || *number > range.most) {
    return Meaning<int>::wrong(
        fmt::format("{} is out of range, write a whole number from {} to {}", *number, range.least, range.most));
  }
  return Meaning<int>::of(static_cast<int>(*number));
}

Meaning<bool> as_flag(const Value& value) {
  if (const auto* flag = content_as<bool>(value)) return Meaning<bool>::of(*flag);
  return of_wrong_kind<bool>(value, "true or false, without quotes");
}

Meaning<std::string> as_text(const Value& value, std::string_view example) {
  if (const auto* text = content_as<std::string>(value)) return Meaning<std::string>::of(*text);
  return of_wrong_kind<std::string>(value, fmt::format("text in quotes such as \"{}\"", example));
}

Meaning<std::size_t> as_choice(const Value& value, std::span<const std::string_view> names) {
  const auto* text = content_as<std::string>(value);
  if (text == nullptr) {
    return of_wrong_kind<std::size_t>(value, fmt::format("text in quotes such as \"{}\"", names.front()));
  }
  const auto found = std::ranges::find(names, *text);
  if (found != names.end()) return Meaning<std::size_t>::of(static_cast<std::size_t>(found - names.begin()));
  return Meaning<std::size_t>::wrong(in_quotes(*text) + " is unknown, " + what_is_known(*text, names));
}

}  // namespace calmcalf::toml_file
