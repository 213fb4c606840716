// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/asking.hpp"

#include <utility>

#include "cli/failure.hpp"
#include "cli/json_array.hpp"
#include "cli/option_values.hpp"
#include "cli/printable.hpp"
#include "cli/service.hpp"
#include "cli/told_status.hpp"
#include "domain/duration.hpp"
#include "domain/iso8601.hpp"
#include "domain/spoken_time.hpp"
#include "domain/tr_noop.hpp"
#include "language/tr.hpp"

namespace calmcalf::cli {
namespace {

using Json = nlohmann::ordered_json;

std::string name_of_command(const Invocation& invocation) {
  return std::string{invocation.command()->name};
}

}  // namespace

ExitStatus ask_and_tell(const Invocation& invocation, Surroundings& surroundings, const std::string& method,
                        const std::vector<Json>& arguments, Json options, std::string_view otherwise) {
  Service service;
  const auto events = service.ask(method, arguments, std::move(options));
  if (invocation.wants_json()) {
    JsonArray array{surroundings.out};
    for (const auto& event : events) array.add(json_text(event));
    array.close();
    return ExitStatus::done;
  }
  for (const auto& event : events) surroundings.out.line(event_sentence(event));
  if (events.empty()) surroundings.out.line(otherwise);
  return ExitStatus::done;
}

Json night_option(const Invocation& invocation) {
  auto options = Json::object();
  if (const auto night = night_of(invocation, "--night")) options["night"] = to_iso(*night);
  return options;
}

void need_time(const Invocation& invocation, std::string_view text) {
  if (parse_spoken_time(text)) return;
  throw UsageError{tr("\"{}\" is no time, such as 22:30 or 2026-11-23T22:30", printable(text)),
                   name_of_command(invocation)};
}

Duration need_duration(const Invocation& invocation, std::string_view text) {
  const auto duration = parse_duration(text);
  if (duration && *duration > Duration{0}) return *duration;
  throw UsageError{tr("\"{}\" is no duration, such as 10m or \"1h 30m\"", printable(text)),
                   name_of_command(invocation)};
}

Option night_row() {
  return {"--night", "DATE", tr_noop("of that night (default: the evening at hand)"), Kind::past_night};
}

}  // namespace calmcalf::cli
