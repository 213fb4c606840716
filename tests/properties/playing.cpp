// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "properties/playing.hpp"

#include <algorithm>
#include <filesystem>
#include <map>

#include <fmt/format.h>

#include "adapters/toml/routine_text.hpp"
#include "domain/iso8601.hpp"
#include "story/player.hpp"

namespace calmcalf::properties {

namespace {

story::Story understand(const Evenings& evenings) {
  auto story = story::read(evenings.story(), "story");
  if (!story.mistakes.empty()) throw Pointless{to_text(story.mistakes.front())};
  return story;
}

/// Read once: one that was mended and broken again would be read many times.
class Schedules {
 public:
  Schedules(const Evenings& evenings, const Zones& zones) {
    for (const auto& schedule : evenings.schedules)
      readings_[schedule.file] = read_routine(Evenings::text_of(schedule), schedule.file,
                                              [&](const std::string& name) { return zones.find(name) != nullptr; });
    const auto& first = readings_[evenings.schedules.front().file];
    if (first.routine == nullptr) throw Pointless{to_text(first.mistakes.front())};
  }

  [[nodiscard]] Reading read(const std::filesystem::path& file) const {
    const auto found = readings_.find(file.string());
    if (found != readings_.end()) return found->second;
    return {nullptr, {{file.string(), 1, 1, "", "is missing", Mistake::Severity::error}}};
  }

 private:
  std::map<std::string, Reading> readings_;
};

void run(const story::Story& story, const Evenings& evenings, story::Stage stage) {
  const Schedules schedules{evenings, stage.zones};
  stage.read_schedule = [&](const auto& file) { return schedules.read(file); };
  try {
    // A popup that was to be dismissed and is not there is nothing to complain about.
    static_cast<void>(story::play(story, stage));
  } catch (const story::Unplayable& unplayable) {
    throw Pointless{fmt::format("line {}: {}", unplayable.line(), unplayable.what())};
  }
}

std::string in_words(const std::set<OccurrenceId>& ids) {
  std::string text;
  for (const auto& id : ids) text += fmt::format(" {}/{}/{}", to_iso(id.night), id.step.text, id.number);
  return text.empty() ? " nothing" : text;
}

bool has_guide(const story::Story& story) {
  return std::ranges::any_of(story.statements, [](const auto& statement) {
    const auto* ask = std::get_if<story::Ask>(&statement.action);
    return ask != nullptr && std::holds_alternative<request::StartGuide>(ask->request);
  });
}

std::vector<std::string> differences(const Observer& without, const Observer& with) {
  std::vector<std::string> all;
  for (const auto& [at, screen] : with.screens()) {
    const auto other = without.screens().find(at);
    if (other != without.screens().end() && other->second != screen)
      all.push_back(fmt::format("at {} UTC there is on the screen without the crash:{}, with it:{}",
                                to_iso(LocalTime{at.time_since_epoch()}), in_words(other->second), in_words(screen)));
  }
  const auto [one, other] = std::ranges::mismatch(without.tale(), with.tale());
  if (one != without.tale().end() || other != with.tale().end())
    all.push_back(fmt::format("without the crash: {}, with it: {}", one == without.tale().end() ? "nothing" : *one,
                              other == with.tale().end() ? "nothing" : *other));
  return all;
}

}  // namespace

std::vector<std::size_t> mortal_moments(const Evenings& evenings) {
  const auto story = understand(evenings);
  std::vector<std::size_t> moments;
  if (has_guide(story)) return moments;  // one that runs ends with the service
  bool runs = false;
  bool sleeps = false;
  for (std::size_t i = 0; i < story.statements.size(); ++i) {
    const auto& action = story.statements[i].action;
    if (std::holds_alternative<story::Start>(action)) runs = true;
    if (std::holds_alternative<story::Stop>(action) || std::holds_alternative<story::Crash>(action)) runs = false;
    if (std::holds_alternative<story::Suspend>(action)) sleeps = true;
    if (std::holds_alternative<story::Wake>(action)) sleeps = false;
    if (runs && !sleeps) moments.push_back(i);
  }
  return moments;
}

Observer look_on(const Evenings& evenings, const Zones& zones, std::optional<std::size_t> crash_after) {
  auto story = understand(evenings);
  if (crash_after) {
    const auto place = story.statements.begin() + static_cast<std::ptrdiff_t>(*crash_after) + 1;
    story.statements.insert(
        place, {story::Statement{0, {}, story::Crash{}, "crash"}, story::Statement{0, {}, story::Start{}, "start"}});
  }
  Observer observer{story};
  run(story, evenings,
      {.zones = zones,
       .read_schedule = {},
       .folder = {},
       .default_schedule = {},
       .on_happening = [&](const Happening& happening, const Zone&) { observer.happened(happening); },
       .on_refused = [&](const story::RefusedRequest& refused, const Zone&) { observer.refused(refused.statement); },
       .inspect = [&](story::World& world) { observer.inspect(world); }});
  return observer;
}

void play(const Evenings& evenings, const Zones& zones, const std::function<void(story::World&)>& look_in) {
  run(understand(evenings), evenings,
      {.zones = zones,
       .read_schedule = {},
       .folder = {},
       .default_schedule = {},
       .on_happening = [](const Happening&, const Zone&) {},
       .on_refused = [](const story::RefusedRequest&, const Zone&) {},
       .inspect = look_in});
}

std::vector<std::string> violations(const Evenings& evenings, const Zones& zones,
                                    std::optional<std::size_t> crash_after) {
  try {
    const auto without = look_on(evenings, zones);
    if (!crash_after) return without.violations();
    const auto with = look_on(evenings, zones, crash_after);
    auto all = differences(without, with);
    all.insert(all.end(), with.violations().begin(), with.violations().end());
    return all;
  } catch (const Restless& restless) {
    return {restless.what()};
  }
}

}  // namespace calmcalf::properties
