// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "app/tray_choice.hpp"

#include <charconv>
#include <cstdint>
#include <vector>

#include <fmt/format.h>

#include "domain/iso8601.hpp"

namespace calmcalf {

namespace {

std::string key_for(std::string_view what, const OccurrenceId& id) {
  return fmt::format("{} {} {} {}", what, id.step.text, to_iso(id.night), id.number);
}

std::string key_for(std::string_view what, Duration length) {
  return fmt::format("{} {}", what, length.count());
}

std::vector<std::string_view> words_of(std::string_view key) {
  std::vector<std::string_view> words;
  while (!key.empty()) {
    const auto end = std::min(key.find(' '), key.size());
    words.push_back(key.substr(0, end));
    key.remove_prefix(std::min(end + 1, key.size()));
  }
  return words;
}

template <class Number>
std::optional<Number> read(std::string_view word) {
  Number number{};
  const auto [end, error] = std::from_chars(word.begin(), word.end(), number);
  if (error != std::errc{} || end != word.end()) return std::nullopt;
  return number;
}

std::optional<Duration> read_length(std::string_view word) {
  const auto seconds = read<std::int32_t>(word);
  return seconds ? std::optional{Duration{*seconds}} : std::nullopt;
}

/// What is asked of an occurrence: `words` after "WHAT STEP NIGHT NUMBER" are `rest`.
std::optional<Request> request_about(std::string_view what, const Target& target, std::string_view rest) {
  if (what == "snooze") {
    const auto length = read_length(rest);
    return length ? std::optional<Request>{request::Snooze{{target}, length}} : std::nullopt;
  }
  if (!rest.empty()) return std::nullopt;
  if (what == "done") return request::Done{{target}};
  if (what == "skip") return request::Skip{{target}};
  if (what == "start") return request::StartGuide{target};
  if (what == "undo") return request::Undo{target.step, target.night};
  return std::nullopt;
}

}  // namespace

namespace choice {

std::string done(const OccurrenceId& id) {
  return key_for("done", id);
}
std::string skip(const OccurrenceId& id) {
  return key_for("skip", id);
}
std::string start(const OccurrenceId& id) {
  return key_for("start", id);
}
std::string undo(const OccurrenceId& id) {
  return key_for("undo", id);
}
std::string snooze(const OccurrenceId& id, Duration length) {
  return fmt::format("{} {}", key_for("snooze", id), length.count());
}
std::string pause_for(Duration length) {
  return key_for("pause", length);
}
std::string later_by(Duration length) {
  return key_for("later", length);
}

}  // namespace choice

std::optional<Request> request_chosen(std::string_view key, Instant now) {
  if (key == choice::pause_until_morning) return request::Pause{};
  if (key == choice::resume) return request::Resume{};
  if (key == choice::cramp) {
    request::LogCramp log;
    log.cramp.at = now;
    log.show_relief = true;
    return log;
  }
  if (key == choice::pause_guide) return request::PauseGuide{};
  if (key == choice::resume_guide) return request::ResumeGuide{};
  if (key == choice::stop_guide) return request::StopGuide{};
  const auto words = words_of(key);
  if (words.size() == 2) {
    const auto length = read_length(words[1]);
    if (!length) return std::nullopt;
    if (words[0] == "pause") return request::Pause{now + *length};
    if (words[0] == "later") return request::Later{*length};
    return std::nullopt;
  }
  if (words.size() != 4 && words.size() != 5) return std::nullopt;
  const auto night = parse_night(words[2]);
  const auto number = read<int>(words[3]);
  if (!night || !number) return std::nullopt;
  return request_about(words[0], {{std::string{words[1]}}, night, number}, words.size() == 5 ? words[4] : "");
}

}  // namespace calmcalf
