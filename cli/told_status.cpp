// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/told_status.hpp"

#include <algorithm>
#include <optional>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/english_dates.hpp"
#include "cli/printable.hpp"
#include "domain/iso8601.hpp"
#include "domain/moment.hpp"
#include "domain/occurrence.hpp"

namespace calmcalf::cli {
namespace {

using Json = nlohmann::ordered_json;

std::string text_of(const Json& object, const char* key) {
  return printable(object.at(key).get_ref<const std::string&>());
}

std::optional<Moment> moment_in(const Json& object, const char* key) {
  const auto& value = object.at(key);
  return value.is_string() ? parse_moment(value.get_ref<const std::string&>()) : std::nullopt;
}

/// Nobody goes to bed by the second.
Instant in_minutes(Instant instant) {
  return std::chrono::floor<std::chrono::minutes>(instant);
}

/// With the day where it is not the night's own date.
std::string time_in(const Json& object, const char* key, Night night) {
  const auto moment = moment_in(object, key);
  return moment ? time_in_night(in_minutes(moment->at), moment->offset, night) : text_of(object, key);
}

std::string step_name(const Json& of) {
  const auto number = of.at("number").get<int>();
  return number == 1 ? text_of(of, "step") : fmt::format("{} {}", text_of(of, "step"), number);
}

std::size_t width_of(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return (c & 0xC0) != 0x80; }));
}

std::string padded(std::string text, std::size_t width) {
  text.append(width - std::min(width, width_of(text)), ' ');
  return text;
}

/// What the page says of how a step stands.
std::string standing(const Json& step, Night night, Instant now, const Ink& ink) {
  const auto name = text_of(step, "state");
  switch (state_named(name).value_or(State::waiting)) {
    case State::waiting: {
      const auto at = moment_in(step, "at");
      return at && at->at > now ? ink.faint("in " + rough_duration(at->at - now)) : std::string{};
    }
    case State::due:
      return ink.strong(fmt::format("due: calmcalf done {}", text_of(step, "step")));
    case State::snoozed:
      return ink.wary("snoozed until " + time_in(step, "snoozed_until", night));
    case State::done:
      return ink.good(name);
    case State::missed:
      return ink.wary(name);
    default:
      return ink.faint(name);
  }
}

std::string steps_table(const Json& status, Night night, Instant now, const Ink& ink) {
  std::size_t time_width = 0;
  std::size_t title_width = 0;
  for (const auto& step : status.at("steps")) {
    time_width = std::max(time_width, time_in(step, "at", night).size());
    title_width = std::max(title_width, width_of(text_of(step, "title")));
  }
  std::string table;
  for (const auto& step : status.at("steps")) {
    auto line = fmt::format("  {:<{}}  {}  {}", time_in(step, "at", night), time_width,
                            padded(text_of(step, "title"), title_width), standing(step, night, now, ink));
    line.erase(line.find_last_not_of(' ') + 1);
    table += line + '\n';
  }
  return table;
}

std::string problems_lines(const Json& problems, const Ink& ink) {
  std::string lines;
  for (const auto& problem : problems) {
    const bool is_error = problem.at("severity") == "error";
    const auto line = fmt::format(
        "{}:{}:{}: {}{}", text_of(problem, "file"), problem.at("line").get<int>(), problem.at("column").get<int>(),
        text_of(problem, "key").empty() ? "" : text_of(problem, "key") + ": ", text_of(problem, "message"));
    lines += (is_error ? ink.bad(line) : ink.wary(line)) + '\n';
  }
  return lines;
}

bool has_errors(const Json& problems) {
  return std::ranges::any_of(problems, [](const Json& problem) { return problem.at("severity") == "error"; });
}

/// "tomorrow", or the date, of what is not this night's.
std::string day_of(const Json& next, Night night) {
  const auto its_night = parse_night(text_of(next, "night"));
  if (!its_night || *its_night <= night) return {};
  return *its_night == night.next() ? "tomorrow, " : date_in_words(*its_night) + ", ";
}

std::string next_sentence(const Json& status, Night night, Instant now) {
  const auto& next = status.at("next");
  if (next.is_null()) return "Nothing more is planned.\n";
  return fmt::format("Next: {}{}\n", day_of(next, night), next_line(next, now));
}

}  // namespace

std::string clock_time(std::string_view iso) {
  const auto moment = parse_moment(iso);
  if (!moment) return printable(iso);
  return to_text(time_of_day(LocalTime{in_minutes(moment->at).time_since_epoch() + moment->offset}));
}

std::string rough_duration(Duration duration) {
  using namespace std::chrono_literals;
  if (duration < 1min) return fmt::format("{} s", std::max<Duration::rep>(duration.count(), 0));
  if (duration < 1h) return fmt::format("{} min", duration / 1min);
  if (duration < 24h) {
    const auto minutes = duration % 1h / 1min;
    return minutes == 0 ? fmt::format("{} h", duration / 1h) : fmt::format("{} h {} min", duration / 1h, minutes);
  }
  const auto days = duration / 24h;
  return fmt::format("{} {}", days, days == 1 ? "day" : "days");
}

std::string next_line(const Json& next, Instant now) {
  const auto at = moment_in(next, "at");
  const auto when = text_of(next, "at");
  const auto in = at && at->at > now ? ", in " + rough_duration(at->at - now) : "";
  return fmt::format("{}  {} ({}){}", clock_time(when), text_of(next, "title"), text_of(next, "step"), in);
}

std::string status_page(const Json& status, Instant now, const Ink& ink) {
  const auto night = parse_night(text_of(status, "night")).value_or(Night{});
  auto page = ink.strong(fmt::format("{}. Bed at {}.", date_in_words(night), time_in(status, "bedtime", night))) + '\n';
  if (!status.at("paused_until").is_null())
    page +=
        ink.wary(fmt::format("Paused until {}; go on with: calmcalf resume", time_in(status, "paused_until", night))) +
        '\n';
  page += '\n';
  const auto table = steps_table(status, night, now, ink);
  page += (table.empty() ? "  Nothing is due tonight.\n" : table) + '\n' + next_sentence(status, night, now);
  const auto& problems = status.at("problems");
  if (problems.empty()) return page;
  page += '\n';
  if (has_errors(problems)) page += "The schedule has a mistake; the last good one stays in force:\n";
  return page + problems_lines(problems, ink);
}

std::string event_sentence(const Json& event) {
  const auto kind = text_of(event, "event");
  const auto until = event.contains("until") ? clock_time(text_of(event, "until")) : std::string{};
  if (event.contains("step")) {
    const auto step = step_name(event);
    if (kind == "snoozed") return fmt::format("{} is snoozed until {}.", step, until);
    if (kind == "undone") return fmt::format("The last answer to {} is taken back.", step);
    if (kind == "guide") return fmt::format("{} begins.", step);
    return fmt::format("{} is {}.", step, kind);
  }
  if (kind == "paused") return fmt::format("Everything is paused until {}.", until);
  if (kind == "resumed") return "Reminders go on.";
  if (kind == "bedtime_moved") return fmt::format("Bedtime is at {} now.", until);
  const auto night = event.contains("night") ? parse_night(text_of(event, "night")) : std::nullopt;
  if (kind == "cramp") return fmt::format("The cramp is in the diary, in the night of {}.", date_in_words(*night));
  if (kind == "cramp_amended") return fmt::format("The diary says so now, of the night of {}.", date_in_words(*night));
  if (kind == "cramp_removed")
    return fmt::format("The cramp is out of the diary, in the night of {}.", date_in_words(*night));
  if (kind == "undone")
    return fmt::format("The last change to the diary is taken back, in the night of {}.", date_in_words(*night));
  if (kind == "no_cramp")
    return fmt::format("No cramp: it is in the diary, for the night of {}.", date_in_words(*night));
  return kind + '.';
}

}  // namespace calmcalf::cli
