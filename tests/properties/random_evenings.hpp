// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <cstdint>
#include <string>
#include <vector>

namespace calmcalf::properties {

/// What may happen besides an ordinary life. One disturbance at a time leaves the strictest checks in force for most.
enum class Disturbance { none, edits, zones, clocks };

/// Some days of a made-up person with the program, in plain text: parts that can be left out one by one, so that a
/// failure shrinks to what matters.
struct Evenings {
  /// A schedule file: tables, each a text of its own.
  struct Schedule {
    std::string file;
    std::vector<std::string> tables;
  };

  std::vector<Schedule> schedules;
  std::vector<std::string> lines;  ///< of the story
  int count = 0;                   ///< how many evenings the story runs through

  [[nodiscard]] std::string story() const;
  [[nodiscard]] static std::string text_of(const Schedule& schedule);
};

/// Whether the person closes popups without an answer. After a restart several steps are in one popup that is closed
/// with all of them, so evenings with and without a crash are the same only where nobody does.
enum class Habit { closes_popups, leaves_popups };

/// The same seed gives the same evenings on every machine.
[[nodiscard]] Evenings random_evenings(std::uint64_t seed, int count, Habit habit = Habit::closes_popups);

}  // namespace calmcalf::properties
