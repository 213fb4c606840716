// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/option_values.hpp"

#include <charconv>

#include <fmt/format.h>

#include "cli/failure.hpp"
#include "cli/printable.hpp"
#include "domain/iso8601.hpp"

namespace calmcalf::cli {
namespace {

[[noreturn]] void refuse(const Invocation& invocation, std::string_view option, std::string_view value,
                         std::string_view wanted) {
  throw UsageError{fmt::format("{} wants {}, not \"{}\"", option, wanted, printable(value)),
                   std::string{invocation.command()->name}};
}

}  // namespace

std::optional<Night> night_of(const Invocation& invocation, std::string_view option) {
  const auto value = invocation.value(option);
  if (!value) return std::nullopt;
  const auto night = parse_night(*value);
  if (!night) refuse(invocation, option, *value, "a date such as 2026-11-23");
  return night;
}

std::optional<int> number_of(const Invocation& invocation, std::string_view option, NumberRange range) {
  const auto value = invocation.value(option);
  if (!value) return std::nullopt;
  int number = 0;
  const auto* end = value->data() + value->size();
  const auto [stopped, error] = std::from_chars(value->data(), end, number);
  if (error != std::errc{} || stopped != end || number < range.least || number > range.most)
    refuse(invocation, option, *value, fmt::format("a whole number from {} to {}", range.least, range.most));
  return number;
}

}  // namespace calmcalf::cli
