// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
//
// A year in the life of the service, under whichever sanitizer this is built with: what it keeps in memory does not
// grow with the time it runs.
#include <algorithm>
#include <chrono>
#include <cstddef>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "adapters/zone/glib_zones.hpp"
#include "properties/playing.hpp"

namespace calmcalf::properties {
namespace {

constexpr int a_year = 365;
/// Nights that an Evening holds at the most: those it remembers, some it lets go of a little later, and those to come.
constexpr std::size_t nights_held = Evening::nights_remembered + 8;

class Soak : public testing::TestWithParam<std::uint64_t> {};

TEST_P(Soak, KeepsNoMoreAfterAYearThanAfterAWeek) {
  const GlibZones zones;
  std::size_t most_nights = 0;
  const auto began = std::chrono::steady_clock::now();
  play(random_evenings(GetParam(), a_year), zones, [&](story::World& world) {
    if (!world.is_running()) return;
    std::set<Night> nights;
    for (const auto& [id, progress] : world.service().evening().standing().occurrences()) nights.insert(id.night);
    most_nights = std::max(most_nights, nights.size());
  });
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
  fmt::print("a year in {:.2f} s, {} nights in memory at the most\n", took.count(), most_nights);
  EXPECT_GT(most_nights, 2U) << "nobody used it";
  EXPECT_LE(most_nights, nights_held);
}

INSTANTIATE_TEST_SUITE_P(Years, Soak, testing::Values(1, 2, 3, 4));

}  // namespace
}  // namespace calmcalf::properties
