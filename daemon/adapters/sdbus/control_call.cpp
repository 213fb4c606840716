// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/sdbus/control_call.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "adapters/sdbus/bus_arguments.hpp"
#include "domain/diary.hpp"
#include "domain/iso8601.hpp"
#include "domain/spoken_time.hpp"

namespace calmcalf {

namespace {

constexpr std::size_t most_steps = 256;
constexpr std::size_t longest_note = 4096;  ///< bytes; Design: some pages
constexpr std::int64_t longest_duration = Duration{std::chrono::days{1000}}.count();

template <class T>
T named(std::optional<T> value, const std::string& text, std::string_view what) {
  if (value) return *value;
  throw BadArgument{fmt::format("\"{:.64}\" is no {}", text, what)};
}

std::optional<Night> take_night(BusOptions& options) {
  const auto text = options.text("night");
  return text ? std::optional{named(parse_night(*text), *text, "date, such as 2026-11-23")} : std::nullopt;
}

std::optional<SpokenTime> take_time(BusOptions& options, const std::string& name) {
  const auto text = options.text(name);
  if (!text) return std::nullopt;
  return named(parse_spoken_time(*text), *text, "time, such as 22:30 or 2026-11-23T22:30");
}

std::optional<int> take_small_number(BusOptions& options, const std::string& name) {
  const auto number = options.number(name);
  if (!number) return std::nullopt;
  if (!std::in_range<int>(*number)) throw BadArgument{fmt::format("the option \"{}\" is out of range", name)};
  return static_cast<int>(*number);
}

Duration duration_of(std::int64_t seconds) {
  if (seconds > 0 && seconds <= longest_duration) return Duration{seconds};
  throw BadArgument{fmt::format("a duration is between 1 and {} seconds", longest_duration)};
}

/// Programs cannot say that the answer was a click: only the command may name itself.
Source take_source(BusOptions& options) {
  const auto text = options.text("source");
  if (!text) return Source::bus;
  if (*text == name_of(Source::command)) return Source::command;
  throw BadArgument{"the option \"source\" can only be \"command\""};
}

std::vector<Target> targets(const std::vector<std::string>& steps, BusOptions& options) {
  if (steps.empty()) throw BadArgument{"no step is named"};
  if (steps.size() > most_steps) throw BadArgument{fmt::format("more than {} steps are named", most_steps)};
  const auto night = take_night(options);
  const auto number = take_small_number(options, "number");
  std::vector<Target> targets;
  for (const auto& step : steps) targets.push_back({{step}, night, number});
  return targets;
}

/// What is left to be read once a method has taken its own.
ControlCall finished(Request request, BusOptions& options) {
  const auto source = take_source(options);
  options.finish();
  return {std::move(request), source};
}

ControlCall read_done(sd_bus_message* call, const Control& /*control*/) {
  const auto steps = read_texts(call);
  BusOptions options{call};
  return finished(request::Done{targets(steps, options)}, options);
}

ControlCall read_skip(sd_bus_message* call, const Control& /*control*/) {
  const auto steps = read_texts(call);
  BusOptions options{call};
  return finished(request::Skip{targets(steps, options)}, options);
}

ControlCall read_snooze(sd_bus_message* call, const Control& /*control*/) {
  const auto step = read_text(call);
  BusOptions options{call};
  request::Snooze snooze{targets({step}, options), std::nullopt};
  if (const auto seconds = options.number("for")) snooze.length = duration_of(*seconds);
  return finished(std::move(snooze), options);
}

ControlCall read_undo(sd_bus_message* call, const Control& /*control*/) {
  BusOptions options{call};
  request::Undo undo{std::nullopt, take_night(options)};
  if (auto step = options.text("step")) undo.step = StepId{std::move(*step)};
  return finished(std::move(undo), options);
}

ControlCall read_start(sd_bus_message* call, const Control& /*control*/) {
  const auto step = read_text(call);
  BusOptions options{call};
  return finished(request::StartGuide{targets({step}, options).front()}, options);
}

ControlCall read_stop(sd_bus_message* call, const Control& /*control*/) {
  BusOptions options{call};
  return finished(request::StopGuide{}, options);
}

ControlCall read_pause(sd_bus_message* call, const Control& control) {
  BusOptions options{call};
  request::Pause pause;
  if (const auto until = take_time(options, "until")) pause.until = coming(*until, control.zone(), control.now());
  return finished(pause, options);
}

ControlCall read_resume(sd_bus_message* call, const Control& /*control*/) {
  BusOptions options{call};
  return finished(request::Resume{}, options);
}

ControlCall read_later(sd_bus_message* call, const Control& /*control*/) {
  const auto by = duration_of(read_number(call));
  BusOptions options{call};
  return finished(request::Later{by}, options);
}

/// Without a time it is now; with a night alone some time during that night.
ControlCall read_cramp(sd_bus_message* call, const Control& control) {
  BusOptions options{call};
  request::LogCramp log{{}, take_night(options)};
  auto& cramp = log.cramp;
  if (const auto at = take_time(options, "at"))
    cramp.at = latest(*at, control.zone(), control.now());
  else if (!log.night)
    cramp.at = control.now();
  if (const auto side = options.text("side"))
    cramp.side = named(cramp_side_named(*side), *side, "side: left, right or both");
  if (const auto muscle = options.text("muscle"))
    cramp.muscle = named(muscle_named(*muscle), *muscle, "muscle: calf, hamstring, quadriceps, foot or other");
  cramp.severity = take_small_number(options, "severity");
  cramp.minutes = take_small_number(options, "minutes");
  cramp.woke = options.flag("woke");
  for (const auto& trigger : options.texts("triggers")) {
    const auto known =
        named(trigger_named(trigger), trigger, "trigger: exercise, sitting, standing, sweating, diarrhoea or alcohol");
    if (std::ranges::find(cramp.triggers, known) == cramp.triggers.end()) cramp.triggers.push_back(known);
  }
  cramp.note = options.text("note").value_or("");
  if (cramp.note.size() > longest_note) throw BadArgument{fmt::format("a note has at most {} bytes", longest_note)};
  return finished(std::move(log), options);
}

ControlCall read_no_cramp(sd_bus_message* call, const Control& /*control*/) {
  BusOptions options{call};
  return finished(request::LogNoCramp{take_night(options)}, options);
}

}  // namespace

ControlCall read_control_call(sd_bus_message* call, const Control& control) {
  using Reader = ControlCall (*)(sd_bus_message*, const Control&);
  static const std::map<std::string_view, Reader> readers{
      {"Done", read_done},   {"Skip", read_skip},   {"Snooze", read_snooze},    {"Undo", read_undo},
      {"Start", read_start}, {"Stop", read_stop},   {"Pause", read_pause},      {"Resume", read_resume},
      {"Later", read_later}, {"Cramp", read_cramp}, {"NoCramp", read_no_cramp},
  };
  return readers.at(sd_bus_message_get_member(call))(call, control);
}

}  // namespace calmcalf
