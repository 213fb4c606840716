// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/zone/posix_rule.hpp"

#include <algorithm>
#include <utility>

namespace calmcalf {

namespace {

constexpr std::size_t shortest_name = 3;

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_sign(char c) {
  return c == '+' || c == '-';
}

/// Takes what `belongs` off the front of `text`.
template <typename Predicate>
std::string take_while(std::string_view& text, Predicate belongs) {
  const auto end = std::find_if_not(text.begin(), text.end(), belongs);
  const auto length = static_cast<std::size_t>(end - text.begin());
  std::string taken{text.substr(0, length)};
  text.remove_prefix(length);
  return taken;
}

/// Empty where there is none.
std::string take_name(std::string_view& text) {
  if (!text.starts_with('<')) {
    std::string name = take_while(text, is_letter);
    return name.size() < shortest_name ? std::string{} : name;
  }
  text.remove_prefix(1);
  const std::string name = take_while(text, [](char c) { return is_letter(c) || is_digit(c) || is_sign(c); });
  if (name.size() < shortest_name || !text.starts_with('>')) return {};
  text.remove_prefix(1);
  return '<' + name + '>';
}

std::string take_offset(std::string_view& text) {
  return take_while(text, [](char c) { return is_digit(c) || is_sign(c) || c == ':'; });
}

/// ",DATE[/TIME]"; empty where there is none.
std::string take_change(std::string_view& text) {
  if (!text.starts_with(',')) return {};
  text.remove_prefix(1);
  return take_while(text, [](char c) { return c != ','; });
}

bool is_zero(std::string_view offset) {
  return !offset.empty() && std::ranges::none_of(offset, [](char c) { return c >= '1' && c <= '9'; });
}

}  // namespace

std::optional<PosixRule> parse_posix_rule(std::string_view text) {
  PosixRule rule;
  rule.standard = take_name(text);
  rule.standard_offset = take_offset(text);
  if (rule.standard.empty() || rule.standard_offset.empty()) return std::nullopt;
  if (text.empty()) return rule;

  rule.daylight = take_name(text);
  rule.daylight_offset = take_offset(text);
  if (rule.daylight.empty()) return std::nullopt;
  if (text.empty()) return rule;

  rule.begins = take_change(text);
  rule.ends = take_change(text);
  if (rule.begins.empty() || rule.ends.empty() || !text.empty()) return std::nullopt;
  return rule;
}

bool glib_misreads(const PosixRule& rule) {
  return !rule.daylight.empty() && is_zero(rule.daylight_offset);
}

std::string text_for_glib(PosixRule rule) {
  if (rule.daylight.empty()) return rule.standard + rule.standard_offset;
  if (rule.begins.empty()) {
    // What the C library takes where the dates are left out: those of the United States.
    rule.begins = "M3.2.0";
    rule.ends = "M11.1.0";
  }
  if (glib_misreads(rule)) {
    // The same clock told the other way round: what was the exception is the standard.
    std::swap(rule.standard, rule.daylight);
    std::swap(rule.standard_offset, rule.daylight_offset);
    std::swap(rule.begins, rule.ends);
  }
  return rule.standard + rule.standard_offset + rule.daylight + rule.daylight_offset + ',' + rule.begins + ',' +
         rule.ends;
}

}  // namespace calmcalf
