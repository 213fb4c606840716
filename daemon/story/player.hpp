// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <filesystem>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "domain/happening.hpp"
#include "domain/zone.hpp"
#include "ports/history.hpp"
#include "ports/schedule_source.hpp"
#include "ports/zones.hpp"
#include "story/story.hpp"

namespace calmcalf::story {

class World;

/// An expectation of the story's that did not come true.
struct Failure {
  int line = 1;
  std::string message;
};

/// A statement that makes no sense where it stands: a time that is past, a file that is not there.
class Unplayable : public std::runtime_error {
 public:
  Unplayable(int line, const std::string& message, std::vector<Failure> failures)
      : std::runtime_error{message}, line_{line}, failures_{std::move(failures)} {}
  [[nodiscard]] int line() const noexcept { return line_; }
  /// The expectations that had failed by then.
  [[nodiscard]] const std::vector<Failure>& failures() const noexcept { return failures_; }

 private:
  int line_;
  std::vector<Failure> failures_;
};

/// A request that was refused, though the story did not expect it to be.
struct RefusedRequest {
  Instant at;
  std::string statement;
  std::string reason;
};

/// What a player needs from outside, and whom it tells.
struct Stage {
  const Zones& zones;  ///< to look zones up by name
  std::function<Reading(const std::filesystem::path&)> read_schedule;
  std::filesystem::path folder;            ///< where the story's files are
  std::filesystem::path default_schedule;  ///< in force until the story names one
  std::function<void(const Happening&, const Zone&)> on_happening;
  std::function<void(const RefusedRequest&, const Zone&)> on_refused;
  /// Called each time that everything which had to happen at an instant has happened; empty where nobody looks.
  std::function<void(World&)> inspect{};
};

/// Plays the story through the service itself, on a simulated clock, desktop and disk. Returns the expectations that
/// failed; throws Unplayable.
std::vector<Failure> play(const Story& story, const Stage& stage);

}  // namespace calmcalf::story
