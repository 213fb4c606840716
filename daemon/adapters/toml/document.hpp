// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "domain/instant.hpp"

namespace calmcalf::toml_file {

/// In a text, both from 1, columns in characters.
struct Position {
  int line = 1;
  int column = 1;

  friend auto operator<=>(const Position&, const Position&) = default;
};

/// A time as written, which may be finer than a TimeOfDay.
struct WrittenTime {
  TimeOfDay time;
  bool whole_seconds = true;
};

/// A date and a time together, which no key of a schedule wants.
struct WrittenDateTime {};

/// A value that could not be made out. What is wrong with it has been told already.
struct Unreadable {};

struct Value;
struct Field;

using Array = std::vector<Value>;
using Table = std::vector<Field>;

/// What is written in a TOML file, with its places: plain values, so that one source file alone knows the parser.
struct Value {
  Position at;
  std::variant<std::string, std::int64_t, double, bool, Night, WrittenTime, WrittenDateTime, Array, Table, Unreadable>
      content;
};

struct Field {
  std::string key;
  Position at;
  Value value;
};

struct SyntaxError {
  Position at;
  std::string description;  ///< the parser's own, for programmers
};

/// This text, in quotes, in the place of a value: it is read as Unreadable. U+FDD0 is no character and stands in no
/// file.
inline constexpr std::string_view unreadable_mark = "\uFDD0";

/// `text` is UTF-8 and has passed the screening (see screening.hpp).
[[nodiscard]] std::variant<Table, SyntaxError> parse_document(std::string_view text);

}  // namespace calmcalf::toml_file
