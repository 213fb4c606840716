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
#include "language/tr.hpp"

namespace calmcalf {

namespace {

constexpr std::size_t most_steps = 256;
constexpr std::size_t longest_note = 4096;  ///< bytes; Design: some pages
constexpr std::int64_t longest_duration = Duration{std::chrono::days{1000}}.count();

/// That a text, given short enough to be shown, is not what it should be.
using Complaint = std::string (*)(const std::string& text);

template <class T>
T named(std::optional<T> value, const std::string& text, Complaint complaint) {
  if (value) return *value;
  throw BadArgument{complaint(fmt::format("{:.64}", text))};
}

std::string no_date(const std::string& text) {
  return tr("\"{}\" is no date, such as 2026-11-23", text);
}

std::string no_time(const std::string& text) {
  return tr("\"{}\" is no time, such as 22:30 or 2026-11-23T22:30", text);
}

std::string no_side(const std::string& text) {
  return tr("\"{}\" is no side: left, right or both", text);
}

std::string no_muscle(const std::string& text) {
  return tr("\"{}\" is no muscle: calf, hamstring, quadriceps, foot or other", text);
}

std::string no_trigger(const std::string& text) {
  return tr("\"{}\" is no trigger: exercise, sitting, standing, sweating, diarrhoea or alcohol", text);
}

std::string no_relief(const std::string& text) {
  return tr("\"{}\" is no relief: stretch, massage, walk, warmth, raise, painkiller or other", text);
}

std::optional<Night> take_night(BusOptions& options) {
  const auto text = options.text("night");
  return text ? std::optional{named(parse_night(*text), *text, no_date)} : std::nullopt;
}

std::optional<SpokenTime> take_time(BusOptions& options, const std::string& name) {
  const auto text = options.text(name);
  if (!text) return std::nullopt;
  return named(parse_spoken_time(*text), *text, no_time);
}

std::optional<int> take_small_number(BusOptions& options, const std::string& name) {
  const auto number = options.number(name);
  if (!number) return std::nullopt;
  if (!std::in_range<int>(*number)) throw BadArgument{tr("the option \"{}\" is out of range", name)};
  return static_cast<int>(*number);
}

Duration duration_of(std::int64_t seconds) {
  if (seconds > 0 && seconds <= longest_duration) return Duration{seconds};
  throw BadArgument{tr("a duration is between 1 and {} seconds", longest_duration)};
}

/// Programs cannot say that the answer was a click: only the command may name itself.
Source take_source(BusOptions& options) {
  const auto text = options.text("source");
  if (!text) return Source::bus;
  if (*text == name_of(Source::command)) return Source::command;
  throw BadArgument{"the option \"source\" can only be \"command\""};
}

std::vector<Target> targets(const std::vector<std::string>& steps, BusOptions& options) {
  if (steps.empty()) throw BadArgument{tr("no step is named")};
  if (steps.size() > most_steps) throw BadArgument{tr("more than {} steps are named", most_steps)};
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

ControlCall read_pause_guide(sd_bus_message* call, const Control& /*control*/) {
  BusOptions options{call};
  return finished(request::PauseGuide{}, options);
}

ControlCall read_resume_guide(sd_bus_message* call, const Control& /*control*/) {
  BusOptions options{call};
  return finished(request::ResumeGuide{}, options);
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

/// The names in a list of them, each once; none where the list is not given.
template <class T>
std::optional<std::vector<T>> take_names(BusOptions& options, const std::string& option,
                                         std::optional<T> (*find_named)(std::string_view), Complaint complaint) {
  const auto texts = options.texts(option);
  if (!texts) return std::nullopt;
  std::vector<T> list;
  for (const auto& text : *texts) {
    const auto known = named(find_named(text), text, complaint);
    if (std::ranges::find(list, known) == list.end()) list.push_back(known);
  }
  return list;
}

/// A time at which the clocks had gone on is none at which there can have been a cramp.
std::optional<Instant> take_past_time(BusOptions& options, const std::optional<Night>& night, const Control& control) {
  const auto time = take_time(options, "at");
  if (!time) return std::nullopt;
  const auto& zone = control.zone();
  const auto at = night ? of_night(*time, *night, zone) : latest(*time, zone, control.now());
  if (!shows(*time, zone, at)) throw BadArgument{tr("there was no such time: the clocks had been put forward past it")};
  return at;
}

CrampChange take_change(BusOptions& options, const std::optional<Night>& night, const Control& control) {
  CrampChange change;
  change.at = take_past_time(options, night, control);
  if (const auto side = options.text("side")) change.side = named(cramp_side_named(*side), *side, no_side);
  if (const auto muscle = options.text("muscle")) change.muscle = named(muscle_named(*muscle), *muscle, no_muscle);
  change.severity = take_small_number(options, "severity");
  change.minutes = take_small_number(options, "minutes");
  change.woke = options.boolean("woke");
  change.triggers = take_names(options, "triggers", trigger_named, no_trigger);
  change.relief = take_names(options, "relief", relief_named, no_relief);
  change.note = options.text("note");
  if (change.note && change.note->size() > longest_note)
    throw BadArgument{tr("a note has at most {} bytes", longest_note)};
  return change;
}

CrampTarget take_cramp(BusOptions& options) {
  return {take_night(options), take_small_number(options, "number")};
}

/// Without a time it is now; with a night alone some time during that night.
ControlCall read_cramp(sd_bus_message* call, const Control& control) {
  BusOptions options{call};
  request::LogCramp log{{}, take_night(options)};
  log.cramp = take_change(options, log.night, control).applied_to({});
  log.show_relief = options.boolean("popups").value_or(false);
  if (!log.cramp.at && !log.night) log.cramp.at = control.now();
  return finished(std::move(log), options);
}

ControlCall read_amend_cramp(sd_bus_message* call, const Control& control) {
  BusOptions options{call};
  const auto cramp = take_cramp(options);
  return finished(request::AmendCramp{cramp, take_change(options, cramp.night, control)}, options);
}

ControlCall read_remove_cramp(sd_bus_message* call, const Control& /*control*/) {
  BusOptions options{call};
  return finished(request::RemoveCramp{take_cramp(options)}, options);
}

ControlCall read_no_cramp(sd_bus_message* call, const Control& /*control*/) {
  BusOptions options{call};
  return finished(request::LogNoCramp{take_night(options)}, options);
}

}  // namespace

ControlCall read_control_call(sd_bus_message* call, const Control& control) {
  using Reader = ControlCall (*)(sd_bus_message*, const Control&);
  static const std::map<std::string_view, Reader> readers{
      {"Done", read_done},
      {"Skip", read_skip},
      {"Snooze", read_snooze},
      {"Undo", read_undo},
      {"Start", read_start},
      {"Stop", read_stop},
      {"Pause", read_pause},
      {"Resume", read_resume},
      {"Later", read_later},
      {"Cramp", read_cramp},
      {"NoCramp", read_no_cramp},
      {"AmendCramp", read_amend_cramp},
      {"RemoveCramp", read_remove_cramp},
      {"PauseGuide", read_pause_guide},
      {"ResumeGuide", read_resume_guide},
  };
  return readers.at(sd_bus_message_get_member(call))(call, control);
}

}  // namespace calmcalf
