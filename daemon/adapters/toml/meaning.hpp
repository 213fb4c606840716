// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "adapters/toml/document.hpp"
#include "domain/instant.hpp"

namespace calmcalf::toml_file {

/// A time, as a file wants it.
[[nodiscard]] std::string with_seconds(TimeOfDay time);

/// What a value means, or what is wrong with it and what would be right.
template <typename T>
struct Meaning {
  std::optional<T> value;
  std::string mistake;  ///< empty where there is a value

  static Meaning of(T value) { return {std::move(value), {}}; }
  static Meaning wrong(std::string mistake) { return {std::nullopt, std::move(mistake)}; }
};

struct DurationRange {
  Duration least;
  Duration most;
};

struct IntegerRange {
  int least;
  int most;
};

[[nodiscard]] Meaning<TimeOfDay> as_time(const Value& value);
[[nodiscard]] Meaning<Night> as_date(const Value& value);
[[nodiscard]] Meaning<Duration> as_duration(const Value& value, DurationRange range);
[[nodiscard]] Meaning<int> as_integer(const Value& value, IntegerRange range);
[[nodiscard]] Meaning<bool> as_flag(const Value& value);
[[nodiscard]] Meaning<std::string> as_text(const Value& value, std::string_view example);

/// Which one of `names` it is.
[[nodiscard]] Meaning<std::size_t> as_choice(const Value& value, std::span<const std::string_view> names);

/// "a number": what kind of value stands there.
[[nodiscard]] std::string kind_of(const Value& value);

}  // namespace calmcalf::toml_file
