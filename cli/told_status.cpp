// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/told_status.hpp"

#include <algorithm>
#include <optional>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/printable.hpp"
#include "domain/iso8601.hpp"
#include "domain/moment.hpp"
#include "domain/occurrence.hpp"
#include "language/columns.hpp"
#include "language/local_dates.hpp"
#include "language/tr.hpp"
#include "language/words.hpp"

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

/// "in 25 min".
std::string in_how_long(Duration duration) {
  constexpr std::chrono::hours day{24};
  if (duration >= day) return tr_plural("in {} day", "in {} days", duration / day);
  // TRANSLATORS: how soon something comes: "in 2 h 5 min"
  return tr("in {}", rough_duration(duration));
}

/// What the page says of how a step stands.
std::string standing(const Json& step, Night night, Instant now, const Ink& ink) {
  const auto state = state_named(text_of(step, "state")).value_or(State::waiting);
  switch (state) {
    case State::waiting: {
      const auto at = moment_in(step, "at");
      return at && at->at > now ? ink.faint(in_how_long(at->at - now)) : std::string{};
    }
    case State::due:
      return ink.strong(tr("due: calmcalf done {}", text_of(step, "step")));
    case State::snoozed:
      return ink.wary(tr("snoozed until {}", time_in(step, "snoozed_until", night)));
    case State::done:
      return ink.good(in_words(state));
    case State::missed:
      return ink.wary(in_words(state));
    default:
      return ink.faint(in_words(state));
  }
}

std::string steps_table(const Json& status, Night night, Instant now, const Ink& ink) {
  std::size_t time_width = 0;
  std::size_t title_width = 0;
  for (const auto& step : status.at("steps")) {
    time_width = std::max(time_width, columns_of(time_in(step, "at", night)));
    title_width = std::max(title_width, columns_of(text_of(step, "title")));
  }
  std::string table;
  for (const auto& step : status.at("steps")) {
    auto line = fmt::format("  {}  {}  {}", padded(time_in(step, "at", night), time_width),
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

std::string next_sentence(const Json& status, Night night, Instant now) {
  const auto& next = status.at("next");
  if (next.is_null()) return tr("Nothing more is planned.");
  const auto line = next_line(next, now);
  const auto its_night = parse_night(text_of(next, "night")).value_or(night);
  // TRANSLATORS: "Next: 22:15  Stretch your calves (calf-stretch), in 25 min"
  if (its_night <= night) return tr("Next: {}", line);
  if (its_night == night.next()) return tr("Next: tomorrow, {}", line);
  // TRANSLATORS: a date, and what comes then: "Next: Sunday, 29 November 2026, 20:30  Water (water), in 5 days"
  return tr("Next: {}, {}", date_in_words(its_night), line);
}

}  // namespace

std::string clock_time(std::string_view iso) {
  const auto moment = parse_moment(iso);
  if (!moment) return printable(iso);
  return calmcalf::clock_time(LocalTime{in_minutes(moment->at).time_since_epoch() + moment->offset});
}

std::string rough_duration(Duration duration) {
  using namespace std::chrono_literals;
  if (duration < 1min) return tr("{} s", std::max<Duration::rep>(duration.count(), 0));
  if (duration < 1h) return tr("{} min", duration / 1min);
  if (duration < 24h) {
    const auto minutes = duration % 1h / 1min;
    return minutes == 0 ? tr("{} h", duration / 1h) : tr("{} h {} min", duration / 1h, minutes);
  }
  return tr_plural("{} day", "{} days", duration / 24h);
}

std::string next_line(const Json& next, Instant now) {
  const auto at = moment_in(next, "at");
  const auto what =
      fmt::format("{}  {} ({})", clock_time(text_of(next, "at")), text_of(next, "title"), text_of(next, "step"));
  return at && at->at > now ? fmt::format("{}, {}", what, in_how_long(at->at - now)) : what;
}

std::string status_page(const Json& status, Instant now, const Ink& ink) {
  const auto night = parse_night(text_of(status, "night")).value_or(Night{});
  auto page = ink.strong(tr("{}. Bed at {}.", date_in_words(night), time_in(status, "bedtime", night))) + '\n';
  if (!status.at("paused_until").is_null())
    page += ink.wary(tr("Paused until {}; go on with: calmcalf resume", time_in(status, "paused_until", night))) + '\n';
  page += '\n';
  const auto table = steps_table(status, night, now, ink);
  page += (table.empty() ? "  " + tr("Nothing is due tonight.") + '\n' : table) + '\n' +
          next_sentence(status, night, now) + '\n';
  const auto& problems = status.at("problems");
  if (problems.empty()) return page;
  page += '\n';
  if (has_errors(problems)) page += tr("The schedule has a mistake; the last good one stays in force:") + '\n';
  return page + problems_lines(problems, ink);
}

std::string event_sentence(const Json& event) {
  const auto kind = text_of(event, "event");
  const auto until = event.contains("until") ? clock_time(text_of(event, "until")) : std::string{};
  if (event.contains("step")) {
    const auto step = step_name(event);
    if (kind == "snoozed") return tr("{} is snoozed until {}.", step, until);
    if (kind == "undone") return tr("The last answer to {} is taken back.", step);
    if (kind == "guide") return tr("{} begins.", step);
    if (kind == "done") return tr("{} is done.", step);
    if (kind == "skipped") return tr("{} is skipped.", step);
    return fmt::format("{}: {}.", step, kind);
  }
  if (kind == "paused") return tr("Everything is paused until {}.", until);
  if (kind == "resumed") return tr("Reminders go on.");
  if (kind == "bedtime_moved") return tr("Bedtime is at {} now.", until);
  const auto night = event.contains("night") ? parse_night(text_of(event, "night")) : std::nullopt;
  if (kind == "cramp") return tr("The cramp is in the diary, in the night of {}.", date_in_words(*night));
  if (kind == "cramp_amended") return tr("The diary says so now, of the night of {}.", date_in_words(*night));
  if (kind == "cramp_removed") return tr("The cramp is out of the diary, in the night of {}.", date_in_words(*night));
  if (kind == "undone")
    return tr("The last change to the diary is taken back, in the night of {}.", date_in_words(*night));
  if (kind == "no_cramp") return tr("No cramp: it is in the diary, for the night of {}.", date_in_words(*night));
  return kind + '.';
}

}  // namespace calmcalf::cli
