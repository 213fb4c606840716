// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/option_values.hpp"

#include <charconv>

#include "cli/failure.hpp"
#include "cli/printable.hpp"
#include "domain/iso8601.hpp"
#include "language/tr.hpp"

namespace calmcalf::cli {
namespace {

[[noreturn]] void refuse(const Invocation& invocation, const std::string& why) {
  throw UsageError{why, std::string{invocation.command()->name}};
}

}  // namespace

std::optional<Night> night_of(const Invocation& invocation, std::string_view option) {
  const auto value = invocation.value(option);
  if (!value) return std::nullopt;
  const auto night = parse_night(*value);
  if (!night) refuse(invocation, tr("{} wants a date such as 2026-11-23, not \"{}\"", option, printable(*value)));
  return night;
}

std::optional<int> number_of(const Invocation& invocation, std::string_view option, NumberRange range) {
  const auto value = invocation.value(option);
  if (!value) return std::nullopt;
  int number = 0;
  const auto* end = value->data() + value->size();
  const auto [stopped, error] = std::from_chars(value->data(), end, number);
  if (error != std::errc{} || stopped != end || number < range.least || number > range.most)
    refuse(invocation,
           tr("{} wants a whole number from {} to {}, not \"{}\"", option, range.least, range.most, printable(*value)));
  return number;
}

}  // namespace calmcalf::cli
