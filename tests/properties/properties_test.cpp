// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
//
// What must hold in every evening, tried on very many that nobody has thought of. A failure is shrunk and left as a
// story file. Read from the environment: CALMCALF_EVENINGS how many, CALMCALF_SEED another beginning than the usual.
// ./check tries 100,000 as compiled for a release, and fewer under the sanitizers.
#include <charconv>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "adapters/zone/glib_zones.hpp"
#include "properties/playing.hpp"
#include "properties/shrinking.hpp"

namespace calmcalf::properties {
namespace {

constexpr std::uint64_t usual_seed = 20261123;
constexpr std::uint64_t usual_evenings = 1'000;
constexpr int evenings_in_a_story = 10;

/// They are tried in so many parts, each with seeds of its own, for as many processors.
constexpr int parts = 4;
constexpr std::uint64_t seeds_apart = 1'000'000;

/// Crashes are tried at every point of so many times fewer.
constexpr std::uint64_t fewer_with_crashes = 10;

std::uint64_t from_environment(const char* name, std::uint64_t otherwise) {
  const char* text = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): there is one thread
  if (text == nullptr) return otherwise;
  std::uint64_t number = 0;
  const auto* end = text + std::strlen(text);
  if (std::from_chars(text, end, number).ptr != end) throw std::invalid_argument{fmt::format("{} is no number", name)};
  return number;
}

/// Leaves the story and its schedules for `calmcalf simulate`, and says where.
std::string leave_as_story(const Evenings& evenings, std::uint64_t seed) {
  const auto folder = std::filesystem::temp_directory_path() / fmt::format("calmcalf-evenings-{}", seed);
  std::filesystem::create_directories(folder);
  for (const auto& schedule : evenings.schedules) std::ofstream{folder / schedule.file} << Evenings::text_of(schedule);
  std::ofstream{folder / "evenings.story"} << evenings.story();
  return (folder / "evenings.story").string();
}

class Properties : public testing::TestWithParam<int> {
 protected:
  void expect_none(std::uint64_t seed, const Evenings& evenings, std::optional<std::size_t> crash_after = {}) {
    const auto found = violations(evenings, zones_, crash_after);
    if (found.empty()) return;
    const auto small =
        shrink(evenings, [&](const Evenings& smaller) { return fails(smaller, crash_after.has_value()); });
    const auto moment = crash_after ? first_moment_that_fails(small) : std::nullopt;
    const auto what = violations(small, zones_, moment);
    std::string text;
    for (const auto& violation : what.empty() ? found : what) text += violation + '\n';
    std::string schedules;
    for (const auto& schedule : small.schedules) schedules += "# " + schedule.file + "\n" + Evenings::text_of(schedule);
    ADD_FAILURE() << text << (moment ? fmt::format("with a crash after line {}\n", *moment + 1) : "")
                  << "CALMCALF_SEED=" << seed << ", left as " << leave_as_story(small, seed) << ":\n"
                  << small.story() << "\n"
                  << schedules;
  }

  [[nodiscard]] static std::uint64_t first_seed() {
    return from_environment("CALMCALF_SEED", usual_seed) + static_cast<std::uint64_t>(GetParam()) * seeds_apart;
  }
  [[nodiscard]] static std::uint64_t evenings_wanted() {
    return from_environment("CALMCALF_EVENINGS", usual_evenings) / parts;
  }

  GlibZones zones_;

 private:
  bool fails(const Evenings& evenings, bool by_crash) {
    try {
      return by_crash ? first_moment_that_fails(evenings).has_value() : !violations(evenings, zones_).empty();
    } catch (const Pointless&) {
      return false;
    }
  }

  std::optional<std::size_t> first_moment_that_fails(const Evenings& evenings) {
    for (const auto moment : mortal_moments(evenings))
      if (!violations(evenings, zones_, moment).empty()) return moment;
    return std::nullopt;
  }
};

TEST_P(Properties, HoldInEveryEvening) {
  const auto seed = first_seed();
  const auto wanted = evenings_wanted();
  const auto began = std::chrono::steady_clock::now();
  std::uint64_t played = 0;
  for (auto each = seed; played < wanted && !HasFailure(); ++each, played += evenings_in_a_story)
    expect_none(each, random_evenings(each, evenings_in_a_story));
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
  fmt::print("{} evenings, seeds {} and on, {:.1f} s\n", played, seed, took.count());
}

TEST_P(Properties, ACrashAnywhereChangesNothingThatTheUserSees) {
  const auto seed = first_seed();
  const auto wanted = evenings_wanted() / fewer_with_crashes;
  std::uint64_t played = 0;
  std::uint64_t crashes = 0;
  for (auto each = seed; played < wanted && !HasFailure(); ++each) {
    const auto evenings = random_evenings(each, 2, Habit::leaves_popups);
    const auto moments = mortal_moments(evenings);
    for (const auto moment : moments) {
      if (HasFailure()) break;
      expect_none(each, evenings, moment);
      played += 2;
      ++crashes;
    }
  }
  fmt::print("{} evenings with {} crashes, seeds {} and on\n", played, crashes, seed);
}

INSTANTIATE_TEST_SUITE_P(Part, Properties, testing::Range(0, parts));

}  // namespace
}  // namespace calmcalf::properties
