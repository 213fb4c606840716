// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
//
// tests/schedules holds schedules as people write them. Each says in its first lines what is to be found wrong with it,
// in order: `# expect: LINE:COLUMN: KEY: how the message begins`. That and nothing else must be found.

#include <algorithm>
#include <filesystem>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "adapters/toml/reader.hpp"

namespace calmcalf {
namespace {

using testing::Matcher;
using testing::StartsWith;

std::vector<std::filesystem::path> schedules_in(const std::string& folder) {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator{std::filesystem::path{CALMCALF_SCHEDULES} / folder}) {
    if (entry.path().extension() == ".toml") paths.push_back(entry.path());
  }
  std::ranges::sort(paths);
  return paths;
}

std::string name_of_test(const testing::TestParamInfo<std::filesystem::path>& info) {
  std::string name = info.param.stem().string();
  std::ranges::replace(name, '-', '_');
  return name;
}

std::vector<Matcher<std::string>> expected_in(const std::string& text) {
  constexpr std::string_view sign = "# expect: ";
  std::vector<Matcher<std::string>> expected;
  std::istringstream lines{text};
  for (std::string line; std::getline(lines, line) && line.starts_with(sign);) {
    expected.emplace_back(StartsWith(line.substr(sign.size())));
  }
  return expected;
}

class InvalidSchedule : public testing::TestWithParam<std::filesystem::path> {};
class ValidSchedule : public testing::TestWithParam<std::filesystem::path> {};

TEST_P(InvalidSchedule, IsRefusedWithAllItsMistakesAndNoOthers) {
  const std::string text = content_of(GetParam());
  const Reading reading = read_text(text);
  EXPECT_EQ(reading.routine, nullptr);
  EXPECT_TRUE(has_errors(reading.mistakes));
  EXPECT_THAT(lines_of(reading.mistakes), testing::ElementsAreArray(expected_in(text)));
}

TEST_P(ValidSchedule, IsTakenWithTheCautionsItNamesAndNoOthers) {
  const std::string text = content_of(GetParam());
  const Reading reading = read_text(text);
  EXPECT_NE(reading.routine, nullptr);
  EXPECT_FALSE(has_errors(reading.mistakes));
  EXPECT_THAT(lines_of(reading.mistakes), testing::ElementsAreArray(expected_in(text)));
}

TEST_P(InvalidSchedule, HasTheSameMistakesWithLineEndsFromWindows) {
  const std::string text = content_of(GetParam());
  std::string from_windows;
  for (const char byte : text) from_windows += byte == '\n' ? "\r\n" : std::string{byte};
  EXPECT_THAT(lines_of(read_text(from_windows).mistakes), testing::ElementsAreArray(expected_in(text)));
}

INSTANTIATE_TEST_SUITE_P(Files, InvalidSchedule, testing::ValuesIn(schedules_in("invalid")), name_of_test);
INSTANTIATE_TEST_SUITE_P(Files, ValidSchedule, testing::ValuesIn(schedules_in("valid")), name_of_test);

}  // namespace
}  // namespace calmcalf
