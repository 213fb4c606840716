// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
//
// A story, as `calmcalf simulate` reads and plays it, with the schedules of tests/stories beside it.
#include "story/story.hpp"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "adapters/toml/routine_file.hpp"
#include "adapters/zone/glib_zones.hpp"
#include "app/telling.hpp"
#include "fuzz/mistakes.hpp"
#include "story/player.hpp"
#include "story/world.hpp"

namespace calmcalf::fuzz {
namespace {

/// What is played is a few evenings: an evening takes a while, and a story can name one in 9999.
constexpr std::size_t most_statements = 100;
constexpr std::chrono::days longest_story{20};

/// The service asks to be woken again and again at one instant.
constexpr int most_turns_at_once = 1000;

/// How long the clock runs at most while a story is played, as far as that can be told without a zone.
class Length {
 public:
  void add(const story::Statement& statement) {
    std::visit([this](const auto& time) { pass(time); }, statement.time);
    if (const auto* set = std::get_if<story::SetClock>(&statement.action))
      std::visit([this](const auto& change) { change_clock(change); }, set->change);
  }

  [[nodiscard]] bool is_playable() const { return length_ <= longest_story; }

 private:
  static constexpr std::chrono::days a_change_of_zone{2};

  void pass(std::monostate /*none*/) {}
  void pass(LocalTime time) {
    if (began_) length_ += std::max<Duration>(time - now_, Duration::zero()) + a_change_of_zone;
    now_ = time;
    began_ = true;
  }
  void pass(TimeOfDay /*time*/) { pass(Duration{std::chrono::days{1}}); }
  void pass(Duration duration) {
    if (began_) length_ += duration;
    now_ += duration;
    began_ = true;
  }
  void change_clock(Duration by) { now_ += by; }
  void change_clock(LocalTime time) { now_ = time; }

  LocalTime now_{};
  Duration length_{0};
  bool began_ = false;
};

bool is_short(const story::Story& story) {
  Length length;
  for (const auto& statement : story.statements) length.add(statement);
  return story.statements.size() <= most_statements && length.is_playable();
}

/// The schedules that a story can name, each read once.
class NamedSchedules {
 public:
  NamedSchedules() {
    for (const auto& file : std::filesystem::directory_iterator{FUZZ_STORIES})
      if (file.path().extension() == ".toml") readings_[file.path().filename().string()] = read_file(file.path());
  }

  [[nodiscard]] const GlibZones& zones() const { return zones_; }

  [[nodiscard]] Reading read(const std::filesystem::path& file) const {
    const auto found = readings_.find(file.string());
    return found != readings_.end() ? found->second : read_file("/nowhere/" + file.filename().string());
  }

 private:
  [[nodiscard]] Reading read_file(const std::filesystem::path& file) const {
    return RoutineFile{file, [this](const std::string& name) { return zones_.find(name) != nullptr; }}.read();
  }

  GlibZones zones_;
  std::map<std::string, Reading> readings_;
};

/// Everything that was told while a story was played.
std::string tale_of(const story::Story& story, const NamedSchedules& schedules) {
  std::string told;
  std::optional<Instant> quiet_at;
  int turns_at_once = 0;
  const auto count_turns = [&](const story::World& world) {
    turns_at_once = quiet_at == world.now() ? turns_at_once + 1 : 0;
    quiet_at = world.now();
    must_hold(turns_at_once < most_turns_at_once, "the service comes to rest");
  };
  try {
    const auto failures = story::play(
        story, {.zones = schedules.zones(),
                .read_schedule = [&](const auto& file) { return schedules.read(file); },
                .folder = {},
                .default_schedule = "plain.toml",
                .on_happening = [&](const auto& what, const auto& zone) { told += to_json_line(what, zone) + '\n'; },
                .on_refused = [&](const auto& refused, const auto&) { told += refused.reason + '\n'; },
                .inspect = count_turns});
    for (const auto& failure : failures) told += failure.message + '\n';
  } catch (const story::Unplayable& unplayable) {
    must_hold(unplayable.line() >= 1, "what cannot be played has its line");
    told += unplayable.what();
  }
  return told;
}

}  // namespace

void try_story(std::string_view bytes) {
  static const NamedSchedules schedules;
  const auto story = story::read(bytes, "fuzzed.story");
  check_mistakes(story.mistakes, bytes);
  for (const auto& statement : story.statements)
    must_hold(statement.line >= 1 && static_cast<std::size_t>(statement.line) <= lines_in(bytes),
              "a statement's line is one of the file");
  if (!story.mistakes.empty() || !is_short(story)) return;
  must_hold(tale_of(story, schedules) == tale_of(story, schedules), "a story has one course");
}

}  // namespace calmcalf::fuzz
