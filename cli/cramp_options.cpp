// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/cramp_options.hpp"

#include <algorithm>
#include <span>
#include <string>
#include <string_view>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/asking.hpp"
#include "cli/failure.hpp"
#include "cli/option_values.hpp"
#include "cli/printable.hpp"
#include "domain/diary.hpp"
#include "domain/tr_noop.hpp"
#include "language/tr.hpp"

namespace calmcalf::cli {
namespace {

using Json = nlohmann::ordered_json;
using Words = std::span<const std::string_view>;

constexpr NumberRange possible_severity{0, Cramp::most_severe};
constexpr NumberRange possible_minutes{0, Cramp::most_minutes};
constexpr NumberRange possible_number{1, 1000};

void need_one_of(Words known, std::string_view option, const std::string& value, const Invocation& invocation) {
  if (std::ranges::find(known, value) != known.end()) return;
  throw UsageError{tr("{} is one of {}, not \"{}\"", option, fmt::join(known, ", "), printable(value)),
                   std::string{invocation.command()->name}};
}

void take_word(const Invocation& invocation, const std::string& name, Words known, Json& options) {
  const auto value = invocation.value("--" + name);
  if (!value) return;
  need_one_of(known, "--" + name, *value, invocation);
  options[name] = *value;
}

void take_words(const Invocation& invocation, std::string_view option, const char* name, Words known, Json& options) {
  const auto given = invocation.values(option);
  for (const auto& word : given) need_one_of(known, option, word, invocation);
  if (!given.empty()) options[name] = given;
}

void take_number(const Invocation& invocation, const std::string& name, NumberRange range, Json& options) {
  if (const auto number = number_of(invocation, "--" + name, range)) options[name] = *number;
}

}  // namespace

std::vector<Option> cramp_details() {
  // TRANSLATORS: words to type, which stay as they are
  return {{"--side", "S", tr_noop("left, right or both"), Kind::choice, cramp_side_names()},
          // TRANSLATORS: words to type, which stay as they are
          {"--muscle", "M", tr_noop("calf, hamstring, quadriceps, foot or other"), Kind::choice, muscle_names()},
          {"--severity", "N", tr_noop("how bad it was, 0 to 10")},
          {"--minutes", "N", tr_noop("how long it lasted")},
          {"--woke", "", tr_noop("it woke you")},
          // TRANSLATORS: words to type, which stay as they are
          {"--trigger", "X", tr_noop("exercise, sitting, standing, sweating, diarrhoea, alcohol"), Kind::choice,
           trigger_names()},
          // TRANSLATORS: words to type, which stay as they are
          {"--relief", "X", tr_noop("tried: stretch, massage, walk, warmth, raise, painkiller, other"), Kind::choice,
           relief_names()},
          {"--note", "T", tr_noop("anything else")}};
}

Json read_cramp_details(const Invocation& invocation) {
  auto options = Json::object();
  take_word(invocation, "side", cramp_side_names(), options);
  take_word(invocation, "muscle", muscle_names(), options);
  take_number(invocation, "severity", possible_severity, options);
  take_number(invocation, "minutes", possible_minutes, options);
  if (invocation.has("--woke")) options["woke"] = true;
  take_words(invocation, "--trigger", "triggers", trigger_names(), options);
  take_words(invocation, "--relief", "relief", relief_names(), options);
  if (const auto note = invocation.value("--note")) options["note"] = printable(*note);
  return options;
}

Option cramp_number_row() {
  return {"--number", "N", tr_noop("which cramp of that night, from 1 (default: the latest)")};
}

void read_cramp_number(const Invocation& invocation, Json& options) {
  take_number(invocation, "number", possible_number, options);
}

}  // namespace calmcalf::cli
