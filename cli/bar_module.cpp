// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/bar_module.hpp"

#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include "cli/printable.hpp"
#include "cli/told_status.hpp"
#include "domain/occurrence.hpp"
#include "language/tr.hpp"
#include "language/words.hpp"

namespace calmcalf::cli {
namespace {

using Json = nlohmann::ordered_json;

std::string in_markup(std::string_view text) {
  std::string out;
  for (const char character : printable(text)) {
    if (character == '&')
      out += "&amp;";
    else if (character == '<')
      out += "&lt;";
    else if (character == '>')
      out += "&gt;";
    else
      out += character;
  }
  return out;
}

std::string text_of(const Json& object, const char* key) {
  return object.at(key).get<std::string>();
}

std::string state_in_words(const std::string& name) {
  const auto state = state_named(name);
  return state ? in_words(*state) : printable(name);
}

/// What is due first, else when the next reminder is: as short as it can be.
std::string short_text(const Json& status) {
  for (const auto& step : status.at("steps"))
    if (text_of(step, "state") == "due") return text_of(step, "title");
  if (text_of(status, "mood") != "waiting" || status.at("next").is_null()) return {};
  return clock_time(text_of(status.at("next"), "at"));
}

std::string tooltip(const Json& status) {
  std::vector<std::string> lines{tr("Bed at {}", clock_time(text_of(status, "bedtime")))};
  if (!status.at("paused_until").is_null())
    lines.push_back(tr("Paused until {}", clock_time(text_of(status, "paused_until"))));
  for (const auto& step : status.at("steps"))
    lines.push_back(fmt::format("{}  {}: {}", clock_time(text_of(step, "at")), in_markup(text_of(step, "title")),
                                state_in_words(text_of(step, "state"))));
  for (const auto& problem : status.at("problems"))
    lines.push_back(in_markup(fmt::format("{}:{}: {}", text_of(problem, "file"), problem.at("line").get<int>(),
                                          text_of(problem, "message"))));
  return fmt::format("{}", fmt::join(lines, "\n"));
}

}  // namespace

Json bar_module(const Json& status) {
  const auto mood = text_of(status, "mood");
  return {{"text", in_markup(short_text(status))}, {"alt", mood}, {"class", mood}, {"tooltip", tooltip(status)}};
}

}  // namespace calmcalf::cli
