// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <span>
#include <string_view>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/asking.hpp"
#include "cli/failure.hpp"
#include "cli/option_values.hpp"
#include "cli/printable.hpp"

namespace calmcalf::cli {
namespace {

using namespace std::string_view_literals;
using Json = nlohmann::ordered_json;
using Words = std::span<const std::string_view>;

constexpr NumberRange possible_severity{0, 10};
constexpr NumberRange possible_minutes{0, 1440};
constexpr std::array sides{"left"sv, "right"sv, "both"sv};
constexpr std::array muscles{"calf"sv, "hamstring"sv, "quadriceps"sv, "foot"sv, "other"sv};
constexpr std::array triggers{"exercise"sv, "sitting"sv, "standing"sv, "sweating"sv, "diarrhoea"sv, "alcohol"sv};

void need_one_of(Words known, std::string_view option, const std::string& value) {
  if (std::ranges::find(known, value) != known.end()) return;
  throw UsageError{fmt::format("{} is one of {}, not \"{}\"", option, fmt::join(known, ", "), printable(value)),
                   "cramp"};
}

void take_word(const Invocation& invocation, const std::string& name, Words known, Json& options) {
  const auto value = invocation.value("--" + name);
  if (!value) return;
  need_one_of(known, "--" + name, *value);
  options[name] = *value;
}

void take_number(const Invocation& invocation, const std::string& name, NumberRange range, Json& options) {
  if (const auto number = number_of(invocation, "--" + name, range)) options[name] = *number;
}

ExitStatus run(const Invocation& invocation, Surroundings& surroundings) {
  auto options = Json::object();
  if (const auto at = invocation.value("--at")) {
    need_time(invocation, *at);
    options["at"] = *at;
  }
  take_word(invocation, "side", sides, options);
  take_word(invocation, "muscle", muscles, options);
  take_number(invocation, "severity", possible_severity, options);
  take_number(invocation, "minutes", possible_minutes, options);
  if (invocation.has("--woke")) options["woke"] = true;
  const auto given = invocation.values("--trigger");
  for (const auto& trigger : given) need_one_of(triggers, "--trigger", trigger);
  if (!given.empty()) options["triggers"] = given;
  if (const auto note = invocation.value("--note")) options["note"] = printable(*note);
  return ask_and_tell(invocation, surroundings, "Cramp", {}, std::move(options), "That was said before.");
}

}  // namespace

Command cramp_command() {
  return {.name = "cramp",
          .summary = "write a cramp into the diary",
          .about =
              "Writes down that there is a cramp now, or was one. The time is enough; the rest\n"
              "can be left out, and --trigger can be repeated. A cramp at 03:10 on the 24th\n"
              "belongs to the night of the 23rd.\n"
              "\n"
              "Exit status: 3 the service cannot be reached; 4 refused, with the reason.",
          .options = {{"--at", "T", "when it was: 03:10, or 2026-11-24T03:10 (default: now)"},
                      {"--side", "S", "left, right or both", Kind::choice, sides},
                      {"--muscle", "M", "calf, hamstring, quadriceps, foot or other", Kind::choice, muscles},
                      {"--severity", "N", "how bad it was, 0 to 10"},
                      {"--minutes", "N", "how long it lasted"},
                      {"--woke", "", "it woke you"},
                      {"--trigger", "X", "exercise, sitting, standing, sweating, diarrhoea, alcohol", Kind::choice,
                       triggers},
                      {"--note", "T", "anything else"}},
          .examples = {{"calmcalf cramp", "now"},
                       {"calmcalf cramp --at 03:10 --side left --muscle calf --severity 6 --woke", "in the morning"}},
          .run = run};
}

}  // namespace calmcalf::cli
