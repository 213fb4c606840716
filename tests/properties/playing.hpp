// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <cstddef>
#include <functional>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "ports/zones.hpp"
#include "properties/observer.hpp"
#include "properties/random_evenings.hpp"

namespace calmcalf::properties {

/// Evenings that cannot be played: their text is wrong, or a line makes no sense where it stands.
class Pointless : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Plays the evenings through the service and looks in whenever all is quiet. Throws Pointless.
void play(const Evenings& evenings, const Zones& zones, const std::function<void(story::World&)>& look_in);

/// Plays them with an observer. Throws Pointless and Restless. `crash_after` puts kill -9 and a start after
/// that statement.
[[nodiscard]] Observer look_on(const Evenings& evenings, const Zones& zones,
                               std::optional<std::size_t> crash_after = {});

/// Where the service can be killed on a machine that is awake, as numbers of statements.
[[nodiscard]] std::vector<std::size_t> mortal_moments(const Evenings& evenings);

/// What is wrong with how the evenings went; empty where nothing is. `crash_after` compares with the same evenings
/// without that crash instead. Throws Pointless.
[[nodiscard]] std::vector<std::string> violations(const Evenings& evenings, const Zones& zones,
                                                  std::optional<std::size_t> crash_after = {});

}  // namespace calmcalf::properties
