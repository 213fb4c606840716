// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "story/story.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <span>
#include <utility>

#include <fmt/format.h>

#include "domain/diary.hpp"
#include "domain/duration.hpp"
#include "domain/iso8601.hpp"
#include "story/words.hpp"

namespace calmcalf::story {

namespace {

/// What is wrong with one statement. Thrown to the line's reader, which notes it and goes on with the next line.
struct Wrong {
  std::string message;
};

using Words = std::span<const std::string>;

std::optional<Time> parse_time(const std::string& word) {
  if (word.starts_with('+')) {
    const auto duration = parse_duration(std::string_view{word}.substr(1));
    return duration ? std::optional<Time>{*duration} : std::nullopt;
  }
  if (const auto local = parse_local_time(word)) return Time{*local};
  if (const auto time = parse_time_of_day(word)) return Time{*time};
  return std::nullopt;
}

bool looks_like_time(const std::string& word) {
  const auto first = word.front();
  return first == '+' || (first >= '0' && first <= '9');
}

Time read_time(const std::string& word) {
  if (auto time = parse_time(word)) return *time;
  throw Wrong{fmt::format("\"{}\" is no time; write 22:30, 2026-11-23T22:30 or +10m", word)};
}

Duration read_duration(Words words) {
  std::string text;
  for (const auto& word : words) text += (text.empty() ? "" : " ") + word;
  if (const auto duration = parse_duration(text)) return *duration;
  throw Wrong{fmt::format("\"{}\" is no duration; write 10m or 1h30m", text)};
}

Night read_night(const std::string& word) {
  if (const auto night = parse_night(word)) return *night;
  throw Wrong{fmt::format("\"{}\" is no date; write 2026-11-23", word)};
}

int read_number(const std::string& word) {
  int number = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
  if (error == std::errc{} && end == word.data() + word.size()) return number;
  throw Wrong{fmt::format("\"{}\" is no number", word)};
}

template <class T>
T named(std::optional<T> value, const std::string& word, std::string_view what) {
  if (value) return *value;
  throw Wrong{fmt::format("\"{}\" is no {}", word, what)};
}

void expect_count(Words words, std::size_t least, std::size_t most, std::string_view usage) {
  if (words.size() < least || words.size() > most) throw Wrong{fmt::format("write: {}", usage)};
}

/// Takes `--night DATE` out of the words of an answer.
std::optional<Night> take_night(std::vector<std::string>& words) {
  const auto option = std::ranges::find(words, "--night");
  if (option == words.end()) return std::nullopt;
  const auto value = std::next(option);
  if (value == words.end()) throw Wrong{"--night needs a date, as in --night 2026-11-23"};
  const auto night = read_night(*value);
  words.erase(option, std::next(value));
  return night;
}

Target target(const std::string& word, std::optional<Night> night) {
  return {{word}, night, std::nullopt};
}

Action read_answer(const std::string& verb, Words rest) {
  std::vector<std::string> words{rest.begin(), rest.end()};
  const auto night = take_night(words);
  std::vector<Target> targets;
  if (verb == "snooze") {
    if (words.empty()) throw Wrong{"write: snooze STEP [FOR]"};
    targets = {target(words.front(), night)};
    const auto length = words.size() == 1 ? std::nullopt : std::optional{read_duration(Words{words}.subspan(1))};
    return Ask{request::Snooze{std::move(targets), length}, {}};
  }
  if (verb == "undo") {
    expect_count(words, 0, 1, "undo [STEP]");
    return Ask{request::Undo{words.empty() ? std::nullopt : std::optional{StepId{words.front()}}, night}, {}};
  }
  if (words.empty()) throw Wrong{fmt::format("write: {} STEP…", verb)};
  for (const auto& word : words) targets.push_back(target(word, night));
  if (verb == "done") return Ask{request::Done{std::move(targets)}, {}};
  if (verb == "skip") return Ask{request::Skip{std::move(targets)}, {}};
  expect_count(words, 1, 1, "start-guide STEP");
  return Ask{request::StartGuide{targets.front()}, {}};
}

Action read_cramp(Words words) {
  Cramp cramp;
  Time at;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto& option = words[i];
    if (option == "--woke") {
      cramp.woke = true;
      continue;
    }
    if (i + 1 == words.size()) throw Wrong{fmt::format("{} needs a value", option)};
    const auto& value = words[++i];
    if (option == "--at")
      at = read_time(value);
    else if (option == "--side")
      cramp.side = named(cramp_side_named(value), value, "side: left, right or both");
    else if (option == "--muscle")
      cramp.muscle = named(muscle_named(value), value, "muscle: calf, hamstring, quadriceps, foot or other");
    else if (option == "--severity")
      cramp.severity = read_number(value);
    else if (option == "--minutes")
      cramp.minutes = read_number(value);
    else if (option == "--trigger")
      cramp.triggers.push_back(named(trigger_named(value), value, "trigger"));
    else if (option == "--note")
      cramp.note = value;
    else
      throw Wrong{fmt::format("a cramp has no {}", option)};
  }
  return Ask{request::LogCramp{std::move(cramp), std::nullopt}, at};
}

Action read_clock(Words words) {
  expect_count(words, 1, 1, "clock +1h, clock -1h or clock 2026-11-23T22:30");
  const auto& word = words.front();
  const auto sign = word.empty() ? ' ' : word.front();
  if (sign == '+' || sign == '-') {
    const auto duration = read_duration(std::array{word.substr(1)});
    return SetClock{sign == '+' ? duration : -duration};
  }
  if (const auto local = parse_local_time(word)) return SetClock{*local};
  throw Wrong{fmt::format("\"{}\" sets no clock; write +1h, -1h or 2026-11-23T22:30", word)};
}

Action read_server(Words words) {
  expect_count(words, 1, 1, "server gone, server back or server hung");
  if (words.front() == "gone") return Server{Server::Becomes::gone};
  if (words.front() == "back") return Server{Server::Becomes::back};
  if (words.front() == "hung") return Server{Server::Becomes::hung};
  throw Wrong{fmt::format("a server is gone, back or hung, not \"{}\"", words.front())};
}

Statement read_statement(Words words, int line);

Action read_expect(Words words, int line) {
  static constexpr auto usage =
      "expect shown STEP…, expect not-shown STEP…, expect state STEP STATE or expect refused STATEMENT";
  if (words.size() < 2) throw Wrong{fmt::format("write: {}", usage)};
  const auto rest = words.subspan(1);
  if (words.front() == "shown" || words.front() == "not-shown") {
    ExpectShown expect;
    expect.shown = words.front() == "shown";
    for (const auto& word : rest) expect.steps.push_back({word});
    return expect;
  }
  if (words.front() == "state") {
    expect_count(rest, 2, 2, "expect state STEP STATE");
    return ExpectState{
        {rest[0]},
        named(state_named(rest[1]), rest[1], "state: waiting, due, snoozed, done, skipped, missed, unseen or paused")};
  }
  if (words.front() == "refused") {
    auto statement = read_statement(rest, line);
    if (!std::holds_alternative<Ask>(statement.action)) throw Wrong{"only what a person asks for can be refused"};
    return ExpectRefused{std::make_shared<const Statement>(std::move(statement))};
  }
  throw Wrong{fmt::format("write: {}", usage)};
}

template <class T>
Action bare(Words words, std::string_view verb) {
  if (!words.empty()) throw Wrong{fmt::format("\"{}\" stands alone", verb)};
  return T{};
}

std::string read_name(Words words, std::string_view usage) {
  expect_count(words, 1, 1, usage);
  return words.front();
}

Action read_action(const std::string& verb, Words rest, int line) {
  using Reader = Action (*)(const std::string&, Words, int);
  static const std::map<std::string_view, Reader> readers{
      {"zone", [](auto&, Words w, int) -> Action { return SetZone{read_name(w, "zone Europe/Berlin")}; }},
      {"schedule", [](auto&, Words w, int) -> Action { return UseSchedule{read_name(w, "schedule FILE")}; }},
      {"edit", [](auto&, Words w, int) -> Action { return Edit{read_name(w, "edit FILE")}; }},
      {"start", [](auto& v, Words w, int) { return bare<Start>(w, v); }},
      {"stop", [](auto& v, Words w, int) { return bare<Stop>(w, v); }},
      {"crash", [](auto& v, Words w, int) { return bare<Crash>(w, v); }},
      {"suspend", [](auto& v, Words w, int) { return bare<Suspend>(w, v); }},
      {"wake", [](auto& v, Words w, int) { return bare<Wake>(w, v); }},
      {"lock", [](auto& v, Words w, int) { return bare<Lock>(w, v); }},
      {"unlock", [](auto& v, Words w, int) { return bare<Unlock>(w, v); }},
      {"end", [](auto& v, Words w, int) { return bare<End>(w, v); }},
      {"clock", [](auto&, Words w, int) { return read_clock(w); }},
      {"server", [](auto&, Words w, int) { return read_server(w); }},
      {"dismiss", [](auto&, Words w, int) -> Action { return Dismiss{{read_name(w, "dismiss STEP")}}; }},
      {"done", [](auto& v, Words w, int) { return read_answer(v, w); }},
      {"skip", [](auto& v, Words w, int) { return read_answer(v, w); }},
      {"snooze", [](auto& v, Words w, int) { return read_answer(v, w); }},
      {"undo", [](auto& v, Words w, int) { return read_answer(v, w); }},
      {"start-guide", [](auto& v, Words w, int) { return read_answer(v, w); }},
      {"pause",
       [](auto&, Words w, int) -> Action {
         expect_count(w, 0, 1, "pause [UNTIL]");
         return Ask{request::Pause{}, w.empty() ? Time{} : read_time(w.front())};
       }},
      {"resume",
       [](auto&, Words w, int) -> Action {
         expect_count(w, 0, 0, "resume");
         return Ask{request::Resume{}, {}};
       }},
      {"later", [](auto&, Words w, int) -> Action { return Ask{request::Later{read_duration(w)}, {}}; }},
      {"cramp", [](auto&, Words w, int) { return read_cramp(w); }},
      {"no-cramp",
       [](auto&, Words w, int) -> Action {
         std::vector<std::string> words{w.begin(), w.end()};
         const auto night = take_night(words);
         expect_count(words, 0, 0, "no-cramp");
         return Ask{request::LogNoCramp{night}, {}};
       }},
      {"expect", [](auto&, Words w, int l) { return read_expect(w, l); }},
  };
  const auto reader = readers.find(verb);
  if (reader != readers.end()) return reader->second(verb, rest, line);
  std::string known;
  for (const auto& [name, read] : readers) known += (known.empty() ? "" : ", ") + std::string{name};
  throw Wrong{fmt::format("\"{}\" is no statement; known are {}", verb, known)};
}

Statement read_statement(Words words, int line) {
  Statement statement;
  statement.line = line;
  for (const auto& word : words) statement.text += (statement.text.empty() ? "" : " ") + word;
  statement.action = read_action(words.front(), words.subspan(1), line);
  return statement;
}

Statement read_line(Words words, int line) {
  if (words.front().empty() || !looks_like_time(words.front())) return read_statement(words, line);
  const auto time = read_time(words.front());
  if (words.size() == 1) throw Wrong{"a time alone says nothing; write what happens then"};
  auto statement = read_statement(words.subspan(1), line);
  statement.time = time;
  return statement;
}

}  // namespace

Story read(std::string_view text, const std::string& file) {
  Story story;
  const auto note = [&](int line, std::string message) {
    story.mistakes.push_back({file, line, 1, "", std::move(message), Mistake::Severity::error});
  };
  for (int line = 1; !text.empty(); ++line) {
    const auto end = std::min(text.find('\n'), text.size());
    const auto words = split_words(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (!words) {
      note(line, "a double quote is left open");
    } else if (!words->empty()) {
      try {
        story.statements.push_back(read_line(*words, line));
      } catch (const Wrong& wrong) {
        note(line, wrong.message);
      }
    }
  }
  return story;
}

}  // namespace calmcalf::story
