// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "app/telling.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "domain/iso8601.hpp"

namespace calmcalf {

namespace {

std::string numbered(const OccurrenceId& id) {
  return id.number == 1 ? id.step.text : fmt::format("{} {}", id.step.text, id.number);
}

std::string clock_time(Instant instant, const Zone& zone) {
  return to_text(time_of_day(zone.to_local(instant)));
}

std::string iso_time(Instant instant, const Zone& zone) {
  return to_iso(instant, zone.offset_at(instant));
}

nlohmann::ordered_json to_json(const Happening& happening, const Zone& zone) {
  nlohmann::ordered_json json{{"at", iso_time(happening.at, zone)}, {"event", name_of(happening.kind)}};
  if (happening.occurrence) json["step"] = happening.occurrence->step.text;
  if (happening.night) json["night"] = to_iso(*happening.night);
  if (happening.occurrence) json["number"] = happening.occurrence->number;
  if (!happening.several.empty()) {
    auto& steps = json["steps"] = nlohmann::ordered_json::array();
    for (const auto& id : happening.several) steps.push_back(id.step.text);
  }
  if (happening.until) json["until"] = iso_time(*happening.until, zone);
  if (happening.source) json["source"] = name_of(*happening.source);
  if (!happening.text.empty()) json["message"] = happening.text;
  return json;
}

std::string in_a_line(const nlohmann::ordered_json& json) {
  return json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

}  // namespace

std::string to_json_line(const Happening& happening, const Zone& zone) {
  return in_a_line(to_json(happening, zone));
}

std::string to_json_line(const Happening& happening, const Zone& zone, const Step& step) {
  auto json = to_json(happening, zone);
  json["title"] = step.title;
  if (happening.kind == Happening::Kind::shown) json["text"] = step.text;
  return in_a_line(json);
}

std::string to_json_line(Instant at, const Zone& zone, std::string_view event, Night night) {
  return in_a_line({{"at", iso_time(at, zone)}, {"event", event}, {"night", to_iso(night)}});
}

std::string to_line(const Happening& happening, const Zone& zone) {
  std::string what{name_of(happening.kind)};
  if (happening.occurrence) what += ' ' + numbered(*happening.occurrence);
  for (const auto& id : happening.several) what += ' ' + numbered(id);
  if (happening.until) what += " until " + clock_time(*happening.until, zone);
  if (!happening.text.empty()) what += ": " + happening.text;
  return to_line(happening.at, zone, what);
}

std::string to_line(Instant at, const Zone& zone, std::string_view what) {
  const Night date{std::chrono::floor<std::chrono::days>(zone.to_local(at))};
  return fmt::format("{} {}  {}", to_iso(date), clock_time(at, zone), what);
}

}  // namespace calmcalf
