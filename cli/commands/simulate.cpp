// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "app/telling.hpp"
#include "cli/command.hpp"
#include "cli/failure.hpp"
#include "cli/printable.hpp"
#include "cli/text_file.hpp"
#include "cli/usable_schedule.hpp"
#include "domain/tr_noop.hpp"
#include "language/tr.hpp"
#include "story/player.hpp"
#include "story/story.hpp"

namespace calmcalf::cli {
namespace {

/// A story, and where it was read.
struct Written {
  std::string name;
  std::filesystem::path folder;
  std::string text;
};

Written read(const std::string& word) {
  const bool is_standard_input = word == "-";
  auto name = is_standard_input ? tr("standard input") : word;
  auto file = is_standard_input ? read_standard_input() : read_text_file(word);
  if (!file.content) throw Failure{fmt::format("{}: {}", printable(name), file.mistake), ExitStatus::usage};
  auto folder = is_standard_input ? std::filesystem::path{} : std::filesystem::path{word}.parent_path();
  return {std::move(name), std::move(folder), std::move(*file.content)};
}

story::Story understand(const Written& written) {
  auto story = story::read(written.text, written.name);
  if (story.mistakes.empty()) return story;
  auto lines = tr("the story cannot be read:");
  for (const auto& mistake : story.mistakes) lines += '\n' + printable(to_text(mistake));
  throw Failure{lines, ExitStatus::usage};
}

/// Prints what happens.
class Teller {
 public:
  Teller(const Surroundings& surroundings, bool as_json)
      : out_{surroundings.out}, complaints_{surroundings.complaints}, as_json_{as_json} {}

  void happened(const Happening& happening, const Zone& zone) {
    out_.line(as_json_ ? to_json_line(happening, zone) : printable(to_line(happening, zone)));
  }

  void refused(const story::RefusedRequest& refused, const Zone& zone) {
    const auto line =
        printable(to_line(refused.at, zone, fmt::format("refused {}: {}", refused.statement, refused.reason)));
    if (!as_json_) return out_.line(line);
    out_.flush();
    complaints_.line(line);
  }

  void failed(const std::string& story, const story::Failure& failure) {
    complaints_.line(printable(fmt::format("{}:{}: {}", story, failure.line, failure.message)));
  }

 private:
  Output& out_;
  Output& complaints_;
  bool as_json_;
};

ExitStatus play(const Written& written, const story::Stage& stage, Teller& teller, Output& out) {
  const auto story = understand(written);
  const auto tell = [&](const std::vector<story::Failure>& failures) {
    out.flush();
    for (const auto& failure : failures) teller.failed(written.name, failure);
  };
  try {
    const auto failures = story::play(story, stage);
    tell(failures);
    return failures.empty() ? ExitStatus::done : ExitStatus::no;
  } catch (const story::Unplayable& unplayable) {
    tell(unplayable.failures());
    throw Failure{printable(fmt::format("{}:{}: {}", written.name, unplayable.line(), unplayable.what())),
                  ExitStatus::usage};
  }
}

ExitStatus run_simulate(const Invocation& invocation, Surroundings& surroundings) {
  const auto written = read(invocation.words().front());
  const auto& zones = surroundings.zones;
  Teller teller{surroundings, invocation.wants_json()};
  const story::Stage stage{
      .zones = zones,
      .read_schedule = [&](const std::filesystem::path& file) { return read_schedule(file, zones); },
      .folder = written.folder,
      .default_schedule = schedule_file(invocation, surroundings),
      .on_happening = [&](const Happening& happening, const Zone& zone) { teller.happened(happening, zone); },
      .on_refused = [&](const story::RefusedRequest& refused, const Zone& zone) { teller.refused(refused, zone); }};
  return play(written, stage, teller, surroundings.out);
}

}  // namespace

Command simulate_command() {
  return {.name = "simulate",
          .summary = tr_noop("play a written evening and show what would happen"),
          .about = tr_noop("Plays a story through the service itself, with a clock, a desktop and a disk that\n"
                           "are not real, and prints what happens, a line each. A story is an evening in\n"
                           "plain text, one statement a line:\n"
                           "\n"
                           "  zone Europe/Berlin\n"
                           "  schedule routine.toml           # beside the story; else the usual one\n"
                           "  2026-11-23T20:00  start\n"
                           "  20:31             snooze water 10m\n"
                           "  +10m              expect shown water\n"
                           "\n"
                           "Statements: start, stop, crash, suspend, wake, clock +1h, zone Z, lock, unlock,\n"
                           "server gone|back|hung, edit FILE, done|skip STEP..., snooze STEP [FOR], undo\n"
                           "[STEP], start-guide STEP, dismiss STEP, pause [UNTIL], resume, later FOR, cramp,\n"
                           "no-cramp, end, and expect shown|not-shown STEP..., expect state STEP STATE,\n"
                           "expect refused STATEMENT. A STORY of - is read from standard input.\n"
                           "\n"
                           "Exit status: 1 where an expectation fails; 2 where the story cannot be played."),
          .parameters = {{"STORY", Parameter::Count::one, Kind::file}},
          .examples = {{"calmcalf simulate evening.story", tr_noop("what would happen?")},
                       {"calmcalf simulate - --json < evening.story", tr_noop("the same, for a program")}},
          .run = run_simulate};
}

}  // namespace calmcalf::cli
