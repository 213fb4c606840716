// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
//
// kill -9 and a restart between any two lines of a story change nothing that the story expects.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "adapters/toml/routine_file.hpp"
#include "adapters/zone/glib_zones.hpp"
#include "story/player.hpp"

namespace calmcalf::story {
namespace {

const std::filesystem::path folder{STORY_FOLDER};

std::vector<std::string> story_names() {
  std::vector<std::string> names;
  for (const auto& file : std::filesystem::directory_iterator{folder})
    if (file.path().extension() == ".story") names.push_back(file.path().stem().string());
  std::ranges::sort(names);
  return names;
}

Story read_story(const std::string& name) {
  std::ifstream file{folder / (name + ".story")};
  std::stringstream text;
  text << file.rdbuf();
  return read(text.str(), name);
}

std::string test_name(const testing::TestParamInfo<std::string>& info) {
  auto name = info.param;
  std::ranges::replace(name, '-', '_');
  return name;
}

/// A guide is not on disk: nobody who stretches notices more than that it ended early.
bool has_guide(const Story& story) {
  return std::ranges::any_of(story.statements, [](const Statement& statement) {
    const auto* ask = std::get_if<Ask>(&statement.action);
    return ask != nullptr && std::holds_alternative<request::StartGuide>(ask->request);
  });
}

/// Nor is it on disk that somebody has seen a mistake in the schedule: a new start tells of it again.
bool has_seen_mistake(const Story& story) {
  return std::ranges::any_of(story.statements, [](const Statement& statement) {
    const auto* dismiss = std::get_if<Dismiss>(&statement.action);
    return dismiss != nullptr && dismiss->step.text == "schedule-mistake";
  });
}

/// After which statements the service runs on a machine that is awake.
std::vector<std::size_t> mortal_moments(const Story& story) {
  std::vector<std::size_t> moments;
  bool runs = false;
  bool sleeps = false;
  for (std::size_t i = 0; i < story.statements.size(); ++i) {
    const auto& action = story.statements[i].action;
    if (std::holds_alternative<Start>(action)) runs = true;
    if (std::holds_alternative<Stop>(action) || std::holds_alternative<Crash>(action)) runs = false;
    if (std::holds_alternative<Suspend>(action)) sleeps = true;
    if (std::holds_alternative<Wake>(action)) sleeps = false;
    if (runs && !sleeps) moments.push_back(i);
  }
  return moments;
}

Story with_crash_after(const Story& story, std::size_t moment) {
  auto crashed = story;
  const auto line = story.statements[moment].line;
  const auto place = crashed.statements.begin() + static_cast<std::ptrdiff_t>(moment) + 1;
  crashed.statements.insert(place, {Statement{line, {}, Crash{}, "crash"}, Statement{line, {}, Start{}, "start"}});
  return crashed;
}

class CrashAnywhere : public testing::TestWithParam<std::string> {
 protected:
  std::vector<Failure> play_through(const Story& story) {
    return play(story, {.zones = zones_,
                        .read_schedule = [this](const auto& file) { return read_schedule(file); },
                        .folder = folder,
                        .default_schedule = {},
                        .on_happening = [](const Happening& /*happening*/, const Zone& /*zone*/) {},
                        .on_refused = [](const RefusedRequest& /*refused*/, const Zone& /*zone*/) {}});
  }

 private:
  Reading read_schedule(const std::filesystem::path& file) {
    const auto found = schedules_.find(file);
    if (found != schedules_.end()) return found->second;
    RoutineFile routine{file, [this](const std::string& name) { return zones_.find(name) != nullptr; }};
    return schedules_.emplace(file, routine.read()).first->second;
  }

  GlibZones zones_;
  std::map<std::filesystem::path, Reading> schedules_;
};

TEST_P(CrashAnywhere, ChangesNothingThatTheStoryExpects) {
  const auto story = read_story(GetParam());
  ASSERT_TRUE(story.mistakes.empty());
  if (has_guide(story)) GTEST_SKIP() << "a running guide ends with the service";
  if (has_seen_mistake(story)) GTEST_SKIP() << "a mistake is told of again after a restart";
  const auto moments = mortal_moments(story);
  ASSERT_FALSE(moments.empty());
  for (const auto moment : moments)
    for (const auto& failure : play_through(with_crash_after(story, moment)))
      ADD_FAILURE() << "crash after line " << story.statements[moment].line << ", then line " << failure.line << ": "
                    << failure.message;
}

INSTANTIATE_TEST_SUITE_P(Stories, CrashAnywhere, testing::ValuesIn(story_names()), test_name);

}  // namespace
}  // namespace calmcalf::story
