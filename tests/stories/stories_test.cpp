// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
//
// Each story in this folder is a test of this program: what it expects comes true.
#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <variant>
#include <vector>

#include <gtest/gtest.h>

#include "adapters/toml/routine_file.hpp"
#include "adapters/zone/glib_zones.hpp"
#include "app/telling.hpp"
#include "story/player.hpp"
#include "story/story.hpp"

namespace calmcalf::story {
namespace {

const std::filesystem::path folder{STORY_FOLDER};

std::vector<std::string> story_names() {
  std::vector<std::string> names;
  for (const auto& file : std::filesystem::directory_iterator{folder}) {
    if (file.path().extension() == ".story") names.push_back(file.path().stem().string());
  }
  std::ranges::sort(names);
  return names;
}

/// "snooze-to-the-cap" is told of as "SnoozeToTheCap".
std::string test_name(const testing::TestParamInfo<std::string>& info) {
  std::string name;
  bool is_first = true;
  for (const char letter : info.param) {
    if (std::isalnum(static_cast<unsigned char>(letter)) != 0)
      name += is_first ? static_cast<char>(std::toupper(static_cast<unsigned char>(letter))) : letter;
    is_first = letter == '-';
  }
  return name;
}

std::string content_of(const std::filesystem::path& file) {
  std::ifstream stream{file, std::ios::binary};
  return {std::istreambuf_iterator<char>{stream}, {}};
}

bool is_expectation(const Statement& statement) {
  return std::holds_alternative<ExpectShown>(statement.action) ||
         std::holds_alternative<ExpectState>(statement.action) ||
         std::holds_alternative<ExpectRefused>(statement.action);
}

class Stories : public testing::TestWithParam<std::string> {};

TEST_P(Stories, ComeTrue) {
  const auto file = folder / (GetParam() + ".story");
  const auto story = read(content_of(file), file.string());
  for (const auto& mistake : story.mistakes) ADD_FAILURE() << to_text(mistake);
  ASSERT_TRUE(story.mistakes.empty());
  ASSERT_TRUE(std::ranges::any_of(story.statements, is_expectation)) << "a story that expects nothing tests nothing";

  const GlibZones zones;
  const auto knows_zone = [&](const std::string& name) { return zones.find(name) != nullptr; };
  std::string told;
  const Stage stage{.zones = zones,
                    .read_schedule = [&](const auto& schedule) { return RoutineFile{schedule, knows_zone}.read(); },
                    .folder = folder,
                    .default_schedule = {},
                    .on_happening = [&](const auto& what, const auto& zone) { told += to_line(what, zone) + '\n'; },
                    .on_refused =
                        [&](const RefusedRequest& refused, const auto& zone) {
                          ADD_FAILURE() << to_line(refused.at, zone, "refused, and the story did not expect it: ")
                                        << refused.statement << ": " << refused.reason;
                        }};
  for (const auto& failure : play(story, stage))
    ADD_FAILURE_AT(file.c_str(), failure.line) << failure.message << "\nWhat happened:\n" << told;
}

INSTANTIATE_TEST_SUITE_P(All, Stories, testing::ValuesIn(story_names()), test_name);

}  // namespace
}  // namespace calmcalf::story
